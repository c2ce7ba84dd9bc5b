import { z } from 'zod';

/**
 * What Discord takes, told from its own documentation and independently of the program's limits, so that one checks the other.
 *
 * https://docs.discord.com/developers/components/reference
 * https://docs.discord.com/developers/resources/message#create-message
 * https://docs.discord.com/developers/interactions/application-commands
 */
const shown = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => value.trim() !== '', 'is blank');
const customId = z.string().min(1).max(100);

const option = z.strictObject({
  label: shown(100),
  value: shown(100),
  description: z.string().max(100).optional(),
  default: z.boolean().optional(),
});

const button = z.union([
  z.strictObject({
    type: z.literal(2),
    style: z.literal(5),
    label: shown(80),
    url: z.url({ protocol: /^(https?|discord)$/ }).max(512),
  }),
  z.strictObject({
    type: z.literal(2),
    style: z.literal([1, 2, 3, 4]),
    label: shown(80),
    custom_id: customId,
  }),
]);

const select = z
  .strictObject({
    type: z.literal(3),
    custom_id: customId,
    placeholder: z.string().max(150).optional(),
    min_values: z.int().min(0).max(25).optional(),
    max_values: z.int().min(1).max(25).optional(),
    required: z.boolean().optional(),
    options: z.array(option).min(1).max(25),
  })
  .refine(({ options }) => distinct(options.map(({ value }) => value)), 'option values are not distinct')
  .refine(
    ({ min_values: least = 1, max_values: most = 1, options }) => least <= most && most <= options.length,
    'min_values and max_values do not fit the options',
  );

const row = z.strictObject({
  type: z.literal(1),
  components: z.union([z.array(button).min(1).max(5), z.array(select).length(1)]),
});

const embed = z.strictObject({ description: shown(4096) });

export const message = z
  .object({
    content: z.string().max(2000).optional(),
    embeds: z.array(embed).max(10).optional(),
    components: z.array(row).max(5).optional(),
    allowed_mentions: z
      .strictObject({ parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional() })
      .optional(),
    flags: z.literal([0, 64]).optional(),
    files: z
      .array(z.strictObject({ name: shown(1024), content: z.string() }))
      .max(10)
      .optional(),
    tts: z.boolean().optional(),
  })
  .refine(
    ({ embeds }) => (embeds ?? []).reduce((sum, { description }) => sum + [...description].length, 0) <= 6000,
    'embeds exceed 6000 characters in all',
  )
  .refine(
    ({ components }) =>
      distinct(
        (components ?? []).flatMap((one) =>
          one.components.flatMap((control) => ('custom_id' in control ? [control.custom_id] : [])),
        ),
      ),
    'custom ids are not distinct',
  );

const textInput = z.strictObject({
  type: z.literal(4),
  custom_id: customId,
  style: z.literal([1, 2]),
  required: z.boolean().optional(),
  placeholder: z.string().max(100).optional(),
  value: z.string().min(1).max(4000).optional(),
  min_length: z.int().min(0).max(4000).optional(),
  max_length: z.int().min(1).max(4000).optional(),
});

export const modal = z.strictObject({
  custom_id: customId,
  title: shown(45),
  components: z
    .array(
      z.strictObject({
        type: z.literal(18),
        label: shown(45),
        description: z.string().min(1).max(100).optional(),
        component: z.union([textInput, select]),
      }),
    )
    .min(1)
    .max(5),
});

export const suggestions = z.array(z.object({ name: shown(100), value: z.string().min(1).max(100) })).max(25);

const lowerCase = z.string().regex(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u);

const commandOption = z
  .strictObject({
    type: z.literal([3, 4, 5]),
    name: lowerCase,
    description: shown(100),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    max_length: z.int().min(1).max(6000).optional(),
    min_value: z.int().optional(),
    max_value: z.int().optional(),
    choices: z
      .array(z.strictObject({ name: shown(100), value: z.string().min(1).max(100) }))
      .max(25)
      .optional(),
  })
  .refine(
    ({ autocomplete, choices }) => !autocomplete || !choices,
    'autocomplete and choices exclude each other',
  );

const commandOptions = z
  .array(commandOption)
  .max(25)
  .refine((options) => distinct(options.map(({ name }) => name)), 'option names are not distinct')
  .refine(
    (options) => options.every(({ required }, index) => !required || (options[index - 1]?.required ?? true)),
    'required options come first',
  );

const subcommand = z.strictObject({
  type: z.literal(1),
  name: lowerCase,
  description: shown(100),
  options: commandOptions.optional(),
});

const places = {
  contexts: z.array(z.literal([0, 1, 2])).min(1),
  integration_types: z.array(z.literal([0, 1])).min(1),
};

export const commands = z
  .array(
    z.union([
      z.strictObject({
        type: z.literal(1),
        name: lowerCase,
        description: shown(100),
        options: z
          .union([
            commandOptions,
            z
              .array(subcommand)
              .max(25)
              .refine((all) => distinct(all.map(({ name }) => name)), 'subcommand names are not distinct'),
          ])
          .optional(),
        ...places,
      }),
      z.strictObject({ type: z.literal(3), name: shown(32), ...places }),
    ]),
  )
  .refine((all) => all.filter(({ type }) => type === 1).length <= 100, 'more than 100 slash commands')
  .refine((all) => all.filter(({ type }) => type === 3).length <= 5, 'more than 5 message commands')
  .refine(
    (all) => distinct(all.map(({ type, name }) => `${type} ${name}`)),
    'command names are not distinct',
  );

export type OptionShape = z.infer<typeof commandOption> | z.infer<typeof subcommand>;
export type CommandShape = z.infer<typeof commands>[number];
export type MessageShape = z.infer<typeof message>;
export type ModalShape = z.infer<typeof modal>;

/** A message with nothing in it is refused with a code of its own. */
export function isEmpty({ content = '', embeds = [], components = [], files = [] }: MessageShape): boolean {
  return content.trim() === '' && embeds.length + components.length + files.length === 0;
}

function distinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
