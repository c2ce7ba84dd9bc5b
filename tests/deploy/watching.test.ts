import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Definition, list } from '../../src/runtime/metrics/list.ts';
import { openMetrics } from '../../src/runtime/metrics/metrics.ts';
import { testClock } from '../hall/clock.ts';

const Alerts = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Studyhall[A-Za-z]+$/),
          expr: z.string(),
          for: z.string().regex(/^\d+m$/),
          labels: z.strictObject({ severity: z.enum(['critical', 'warning']) }),
          annotations: z.strictObject({
            summary: z.string().endsWith('.'),
            description: z.string().endsWith('.'),
            runbook_url: z.string(),
          }),
        }),
      ),
    }),
  ),
});

const Target = z.object({ expr: z.string(), refId: z.string() });
const Panel = z.object({
  id: z.int(),
  type: z.enum(['row', 'timeseries', 'stat']),
  title: z.string().min(1),
  datasource: z.object({ uid: z.string().regex(/^\$\{datasource\}$/) }).optional(),
  gridPos: z.object({ h: z.int(), w: z.int().max(24), x: z.int().max(23), y: z.int() }),
  targets: z.array(Target).default([]),
});
const Dashboard = z.object({
  uid: z.string(),
  templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
  panels: z.array(Panel),
});

const read = (path: string) => readFileSync(path, 'utf8');
const { groups } = Alerts.parse(parse(read('deploy/alerts.yaml')));
const rules = groups.flatMap((group) => group.rules);
const dashboard = Dashboard.parse(JSON.parse(read('deploy/grafana.json')));
const queries = {
  'deploy/alerts.yaml': rules.map(({ expr }) => expr),
  'deploy/grafana.json': dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
};

/** All that the program prints, by the names of samples, with the labels that are ours. */
const known = new Map(
  Object.values<Definition>(list).flatMap(({ name, kind, labels }) =>
    kind === 'histogram'
      ? ['_bucket', '_count', '_sum'].map((suffix) => [name + suffix, [...labels, 'le']] as const)
      : [[name, labels] as const],
  ),
);

/** Names of the metrics of Node and of the process. */
const ofNode = new Set(
  [
    ...(
      await openMetrics({
        figures: async () => ({ outbox: [], rounds: [], tips: [] }),
        states: () => new Map(),
        readiness: async () => ({ ready: true, lines: [] }),
        clock: testClock(),
      }).print()
    ).matchAll(/^# TYPE (\S+)/gm),
  ].map(([, name]) => name),
);

describe.each(Object.entries(queries))('%s', (_, expressions) => {
  test.each(expressions)('asks only for what there is: %s', (expr) => {
    const names = expr.match(/\b(?:studyhall|nodejs|process)_\w+/g) ?? [];
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !known.has(name) && !ofNode.has(name))).toEqual([]);

    const labels = new Set(['instance', ...names.flatMap((name) => known.get(name) ?? [])]);
    const grouped = [...expr.matchAll(/\b(?:by|on) \(([^)]*)\)/g)].flatMap(([, all = '']) => all.split(', '));
    const selected = [...expr.matchAll(/(\w+)=~?"/g)].map(([, label]) => label);
    expect([...grouped, ...selected].filter((label) => label && !labels.has(label))).toEqual([]);
  });
});

test('the dashboard shows every metric of ours', () => {
  const all = queries['deploy/grafana.json'].join('\n');
  expect(Object.values(list).filter(({ name }) => !all.includes(name))).toEqual([]);
});

test('the dashboard’s panels lie beside each other, under rows, and ask the data source that is chosen', () => {
  const { panels, templating } = dashboard;
  expect(templating.list[0]).toMatchObject({ name: 'datasource', type: 'datasource' });
  const rows = panels.filter(({ type }) => type === 'row').map(({ title }) => title);
  expect(rows).toEqual(['Members', 'Delivery', 'Store', 'Process']);
  const taken = new Set<string>();
  for (const { gridPos, type, datasource } of panels) {
    expect(type === 'row' || datasource !== undefined).toBe(true);
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1)
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
        expect(taken.has(`${x},${y}`)).toBe(false);
        taken.add(`${x},${y}`);
      }
  }
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
});

test('every alert says where it is told what to do', () => {
  for (const { annotations } of rules) {
    const [path = '', anchor] = annotations.runbook_url.split('#');
    const headings = [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
    expect(headings).toContain(anchor);
  }
});

const trial = 'deploy/alerts.test.yaml';

test('every alert is tried', () => {
  expect(rules.filter(({ alert }) => !read(trial).includes(`alertname="${alert}"`))).toEqual([]);
});

test('every alert fires for what it is there for', ({ skip }) => {
  const { error, status, stderr } = spawnSync('promtool', ['test', 'rules', trial], { encoding: 'utf8' });
  if (error) return skip('promtool is not on this machine');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
