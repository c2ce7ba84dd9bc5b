import type { Json } from './slack-blocks.ts';

/** What an app says to a form that was sent. https://docs.slack.dev/surfaces/modals#response_actions */
export function acknowledgement(said: unknown): { action?: unknown; errors?: Json } {
  if (typeof said !== 'object' || said === null || !('response_action' in said)) return {};
  const errors = 'errors' in said ? said.errors : undefined;
  return {
    action: said.response_action,
    ...(typeof errors === 'object' && errors !== null && { errors: { ...errors } }),
  };
}
