/** Any JSON object that the app sent. */
export type Json = Record<string, unknown>;

const surfaces = { message: 50, modal: 100, home: 100 };

/** What Slack refuses in a list of blocks: shapes, lengths, ids that repeat. None for blocks that it takes. */
export function blockFaults(blocks: readonly Json[], surface: keyof typeof surfaces): string[] {
  const faults: string[] = [];
  if (blocks.length > surfaces[surface]) faults.push(`${blocks.length} blocks`);
  const ids = blocks.map(({ block_id }) => block_id);
  if (new Set(ids).size < ids.length) faults.push('a block_id twice');
  if (surface === 'message' && JSON.stringify(blocks).length > 13_200) faults.push('msg_blocks_too_long');
  for (const block of blocks) {
    const check = kinds[String(block.type)];
    if (!check || (block.type === 'input' && surface === 'message'))
      faults.push(`no block ${block.type} here`);
    else faults.push(...check(block).map((fault) => `${block.type}: ${fault}`));
  }
  return faults;
}

/** The elements that can be clicked or chosen from. */
export function controlsIn(blocks: readonly Json[]): (Json & { block_id: unknown })[] {
  return blocks.flatMap((block) =>
    block.type === 'actions'
      ? list(block.elements).map((element) => ({ ...element, block_id: block.block_id }))
      : [],
  );
}

/** The first control that matches. */
export function controlIn(
  blocks: readonly Json[],
  matches: (control: Json) => boolean,
  what: string,
): Json & { block_id: unknown } {
  const controls = controlsIn(blocks);
  const found = controls.find(matches);
  if (found) return found;
  throw new Error(`There is no ${what} here, only ${controls.map((one) => textIn([one])).join(', ')}.`);
}

/** Everything readable in blocks, in order. */
export function textIn(blocks: readonly Json[]): string {
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if ((key === 'text' || key === 'fallback') && typeof inner === 'string') words.push(inner);
        else walk(inner);
      }
  };
  walk(blocks);
  return words.join('');
}

/** The state of a form's field that is filled in, or left as it was. */
export function filled(element: Json, given: string | boolean | undefined): Json {
  switch (element.type) {
    case 'checkboxes': {
      const ticked = given === undefined ? (element.initial_options ?? []) : given ? element.options : [];
      return { type: 'checkboxes', selected_options: ticked };
    }
    case 'static_select': {
      const options = Array.isArray(element.options) ? element.options : [];
      const chosen = options.find(({ value }) => value === given) ?? element.initial_option ?? null;
      return { type: 'static_select', selected_option: chosen };
    }
    default:
      return { type: element.type, value: given ?? element.initial_value ?? null };
  }
}

const kinds: Readonly<Record<string, (block: Json) => string[]>> = {
  header: ({ text }) => textFaults(text, 150, ['plain_text']),
  section: ({ text }) => textFaults(text, 3000),
  context: ({ elements }) => [
    ...count(elements, 1, 10),
    ...list(elements).flatMap((element) => textFaults(element, 3000)),
  ],
  actions: ({ elements }) => [
    ...count(elements, 1, 25),
    ...distinct(list(elements).map(({ action_id }) => action_id)),
    ...list(elements).flatMap(elementFaults),
  ],
  rich_text: ({ elements }) => [...count(elements, 1, 1000), ...list(elements).flatMap(richFaults)],
  input: ({ label, element }) => [
    ...textFaults(label, 2000, ['plain_text']),
    ...elementFaults(element as Json),
  ],
};

function elementFaults(element: Json): string[] {
  const faults = length('action_id', element.action_id, 1, 255);
  switch (element.type) {
    case 'button':
      return [
        ...faults,
        ...textFaults(element.text, 75, ['plain_text']),
        ...length('value', element.value ?? '', 0, 2000),
        ...(element.url === undefined ? [] : addressFaults(element.url)),
        ...(element.style === undefined || element.style === 'primary' || element.style === 'danger'
          ? []
          : ['style']),
      ];
    case 'checkboxes':
      return [...faults, ...count(element.options, 1, 10), ...optionFaults(element.options)];
    case 'static_select':
      return [...faults, ...count(element.options, 1, 100), ...optionFaults(element.options)];
    case 'plain_text_input': {
      const longest = element.max_length ?? 3000;
      return [
        ...faults,
        ...(typeof longest === 'number' && longest >= 1 && longest <= 3000 ? [] : ['max_length']),
        ...length('initial_value', element.initial_value ?? '', 0, Number(longest)),
      ];
    }
    case 'number_input':
      return [...faults, ...(typeof element.is_decimal_allowed === 'boolean' ? [] : ['is_decimal_allowed'])];
    default:
      return [`no element ${element.type}`];
  }
}

function optionFaults(options: unknown): string[] {
  return [
    ...distinct(list(options).map(({ value }) => value)),
    ...list(options).flatMap(({ text, value }) => [
      ...textFaults(text, 75),
      ...length('value', value, 1, 150),
    ]),
  ];
}

function richFaults(element: Json): string[] {
  const inner = list(element.elements);
  switch (element.type) {
    case 'rich_text_section':
      return [...count(inner, 1, 1000), ...inner.flatMap(runFaults)];
    case 'rich_text_preformatted':
      return [
        ...count(inner, 1, 1000),
        ...inner.flatMap((run) => (run.type === 'text' ? runFaults(run) : ['no run in code'])),
      ];
    case 'rich_text_list':
      return [
        ...count(inner, 1, 1000),
        ...(element.style === 'bullet' || element.style === 'ordered' ? [] : ['list style']),
        ...inner.flatMap((item) => (item.type === 'rich_text_section' ? richFaults(item) : ['list item'])),
      ];
    default:
      return [`no rich text ${element.type}`];
  }
}

function runFaults(run: Json): string[] {
  if (run.type === 'text') return length('text', run.text, 1, 40_000);
  if (run.type === 'date')
    return [
      ...(Number.isInteger(run.timestamp) ? [] : ['timestamp']),
      ...length('format', run.format, 1, 100),
      ...(run.url === undefined ? [] : addressFaults(run.url)),
    ];
  if (run.type === 'link') return [...length('text', run.text, 1, 40_000), ...addressFaults(run.url)];
  return [`a run of type ${run.type}, which may ping`];
}

function addressFaults(url: unknown): string[] {
  return typeof url === 'string' && url.length <= 3000 && /^https?:\/\/[^\s<>"]+$/.test(url) ? [] : ['url'];
}

function textFaults(value: unknown, longest: number, types = ['plain_text', 'mrkdwn']): string[] {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('type' in value))
    return ['no text'];
  const pings = value.type === 'mrkdwn' && /<[@!#]/.test(String(value.text));
  return [
    ...(types.includes(String(value.type)) ? [] : ['type of text']),
    ...length('text', value.text, 1, longest),
    ...(pings ? ['a ping'] : []),
  ];
}

function length(what: string, value: unknown, least: number, most: number): string[] {
  return typeof value === 'string' && value.length >= least && value.length <= most ? [] : [what];
}

function count(value: unknown, least: number, most: number): string[] {
  const { length: size } = list(value);
  return size >= least && size <= most ? [] : [`${size} elements`];
}

function distinct(values: readonly unknown[]): string[] {
  return new Set(values).size === values.length ? [] : ['an id or value twice'];
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value : [];
}
