import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { variables } from '../../src/config.ts';
import { environment as inImage } from './dockerfile.ts';

const Service = z.object({
  restart: z.literal('unless-stopped'),
  profiles: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.coerce.string()).default({}),
  env_file: z.string().optional(),
  volumes: z.array(z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.string(), required: z.boolean() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  ports: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  mem_limit: z.string().optional(),
  stop_grace_period: z.string().optional(),
});

const text = readFileSync('compose.yaml', 'utf8');
const { services, volumes } = z
  .object({
    services: z.object({ studyhall: Service, postgres: Service }),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(text));
const { studyhall, postgres } = services;

describe('compose.yaml', () => {
  test('tells the program only what it knows, as the image does', () => {
    const names = Object.keys(studyhall.environment);
    expect(names.filter((name) => !variables.includes(name))).toEqual([]);
    for (const name of names) expect(studyhall.environment[name]).toBe(inImage[name]);
  });

  test('keeps data in volumes that have names', () => {
    const mounts = [...studyhall.volumes, ...postgres.volumes].map((one) => one.split(':'));
    expect(mounts.map(([name]) => name).sort()).toEqual(Object.keys(volumes).sort());
    expect(studyhall.volumes).toContain(`data:${inImage.DATA_DIR}`);
  });

  test('gives the program no more than it needs', () => {
    const { read_only, cap_drop, security_opt, mem_limit } = studyhall;
    expect({ read_only, cap_drop, security_opt, mem_limit }).toEqual({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: '512m',
    });
  });

  test('lets the program stop in its own time, which is five seconds', () => {
    expect(Number.parseInt(studyhall.stop_grace_period ?? '', 10)).toBeGreaterThan(5);
  });

  test('opens no port unless asked, and then to this machine alone', () => {
    expect([...studyhall.ports, ...postgres.ports]).toEqual([]);
    const [, commented = ''] = text.match(/^ *#(ports: .*)$/m) ?? [];
    expect(parse(commented)).toEqual({ ports: [`127.0.0.1:8080:${inImage.PORT}`] });
  });

  test('starts PostgreSQL only with its profile, and the program once it answers', () => {
    expect(studyhall.profiles).toEqual([]);
    expect(postgres.profiles).toEqual(['postgres']);
    expect(postgres.healthcheck?.test).toContain('pg_isready');
    expect(studyhall.depends_on).toEqual({ postgres: { condition: 'service_healthy', required: false } });
  });

  test('has no secret in it', () => {
    expect(studyhall.env_file).toBe('.env');
    expect(postgres.environment.POSTGRES_PASSWORD).toMatch(/^\$\{/);
  });
});
