import { ButtonStyle, ComponentType } from 'discord.js';
import type { Payload } from './render.ts';

/** Discord's numbers, in characters unless said otherwise. */
export const limits = {
  /** https://docs.discord.com/developers/resources/message#create-message */
  content: 2000,
  files: 10,
  /** https://docs.discord.com/developers/resources/message#get-channel-messages */
  historyPage: 100,
  /** Bytes of a file. https://docs.discord.com/developers/reference#uploading-files */
  fileSize: 10 * 1024 * 1024,
  /** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
  embedDescription: 4096,
  embedsInAll: 6000,
  embeds: 10,
  /** https://docs.discord.com/developers/components/reference */
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  selectOptions: 25,
  selectText: 100,
  selectPlaceholder: 150,
  modalComponents: 5,
  modalInput: 4000,
  /** https://docs.discord.com/developers/interactions/application-commands */
  commands: 100,
  menus: 5,
  commandName: 32,
  commandSummary: 100,
  commandOptions: 25,
  commandInAll: 8000,
  optionLength: 6000,
  commandChoices: 25,
  /** Of one bot, over all routes. https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
  requestsPerSecond: 50,
} as const;

/**
 * What Discord would refuse in a message, counted over the whole of it; empty when it is fine. Discord counts characters; these are
 * UTF-16 units, which are never fewer.
 */
export function checkLimits(payload: Payload): string[] {
  const wrong: string[] = [];
  const count = (what: string, size: number, most: number, least = 0) => {
    if (size < least || size > most) wrong.push(`${what}: ${size}, allowed ${least} to ${most}`);
  };
  const descriptions = payload.embeds.map(({ description }) => description ?? '');
  count('content', payload.content.length, limits.content);
  count('embeds', descriptions.length, limits.embeds);
  count('embeds in all', descriptions.join('').length, limits.embedsInAll);
  for (const text of descriptions) count('embed', text.trim() ? text.length : 0, limits.embedDescription, 1);
  count('rows', payload.components.length, limits.rows);
  count('files', payload.files.length, limits.files);
  for (const { content } of payload.files) count('file', Buffer.byteLength(content), limits.fileSize);
  if (payload.content.trim() === '' && descriptions.length + payload.components.length === 0)
    wrong.push('an empty message');
  if (payload.allowed_mentions.parse.length > 0) wrong.push('mentions are allowed');

  const ids: string[] = [];
  for (const { components } of payload.components) {
    count('controls in a row', components.length, limits.buttonsInRow, 1);
    for (const control of components) {
      if ('custom_id' in control) ids.push(control.custom_id);
      if (control.type === ComponentType.Button && 'label' in control) {
        count('button label', control.label?.trim() ? control.label.length : 0, limits.buttonLabel, 1);
        if (control.style === ButtonStyle.Link) count('button url', control.url.length, limits.buttonUrl, 1);
      }
      if (control.type === ComponentType.StringSelect) {
        count('selects beside each other', components.length, 1);
        count('options', control.options.length, limits.selectOptions, control.max_values ?? 1);
        count('placeholder', control.placeholder?.length ?? 0, limits.selectPlaceholder);
        for (const { label, value } of control.options) {
          count('option label', label.trim() ? label.length : 0, limits.selectText, 1);
          count('option value', value.length, limits.selectText, 1);
        }
        wrong.push(
          ...twice(
            'option value',
            control.options.map(({ value }) => value),
          ),
        );
      }
    }
  }
  for (const id of ids) count('custom_id', id.length, limits.customId, 1);
  return [...wrong, ...twice('custom_id', ids)];
}

function twice(what: string, values: readonly string[]): string[] {
  return values
    .filter((value, index) => values.indexOf(value) < index)
    .map((value) => `${what} twice: ${value}`);
}
