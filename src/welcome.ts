import { hostname } from 'node:os';

/**
 * What to tell the person at the terminal once the playground is open; where there is no display, how to reach it from a machine that
 * has one. In a container, where it is open to other machines, neither this machine's name nor its user would lead anybody there.
 */
export function welcome(address: string, env: Readonly<Record<string, string | undefined>>): string[] {
  const { port, hostname: host } = new URL(address);
  const remote =
    host === '127.0.0.1' &&
    (env.SSH_CONNECTION !== undefined ||
      (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY));
  return [
    `Playground: ${address.replace(/127\.0\.0\.1|0\.0\.0\.0/, 'localhost')}`,
    ...(remote
      ? [
          `No display here? On your own machine run  ssh -L ${port}:127.0.0.1:${port} ${env.USER ?? 'you'}@${hostname()}  and open the address there.`,
        ]
      : []),
    'To bring it to Discord or Slack, see README.md.',
  ];
}
