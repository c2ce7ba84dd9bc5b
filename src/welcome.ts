import { hostname } from 'node:os';

/**
 * What to tell the person at the terminal once the playground is open; where there is no display, how to reach it from a machine that
 * has one.
 */
export function welcome(address: string, env: Readonly<Record<string, string | undefined>>): string[] {
  const { port } = new URL(address);
  const remote =
    env.SSH_CONNECTION !== undefined ||
    (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY);
  return [
    `Playground: ${address.replace('127.0.0.1', 'localhost')}`,
    ...(remote
      ? [
          `No display here? On your own machine run  ssh -L ${port}:127.0.0.1:${port} ${env.USER ?? 'you'}@${hostname()}  and open the address there.`,
        ]
      : []),
    'To bring it to Discord or Slack, see README.md.',
  ];
}
