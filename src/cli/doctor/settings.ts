import { type Finding, fault, fine, note } from '../../chat/examination.ts';
import { type Config, ConfigError, readConfig, variables } from '../../config.ts';

/** Reads the settings. With mistakes in them there is no config, and nothing else can be looked at. */
export function examineSettings(env: Readonly<Record<string, string | undefined>>): {
  config?: Config;
  findings: Finding[];
} {
  try {
    const config = readConfig(env, false);
    const set = variables.filter((name) => env[name]?.trim());
    const known =
      set.length > 0 ? `${set.join(', ')}. All others are as usual.` : 'none is set, so all are as usual.';
    return {
      config,
      findings: [fine('Set', known), ...config.notices.map((one) => note('Understood', one))],
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [, ...mistakes] = error.message.split('\n');
    return {
      findings: [
        ...mistakes.map((one) => fault('Mistake', one)),
        note('Not looked at', 'everything else, until the settings can be read.'),
      ],
    };
  }
}
