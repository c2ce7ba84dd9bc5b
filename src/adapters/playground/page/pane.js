// @ts-check
import { one } from './element.js';
import { articleOf, avatar, bodyOf } from './entry.js';

/** @typedef {import('./entry.js').Entry} Entry */
/** @typedef {ReturnType<typeof makePane>} Pane */

const template = one(document, '#pane', HTMLTemplateElement);

/**
 * A place as one member sees it: the conversation, and where that member writes.
 *
 * @param {import('./people.js').Member} member
 * @param {import('./people.js').Place} place
 */
export function makePane(member, place) {
  const element = one(document.importNode(template.content, true), '.pane', HTMLElement);
  /** @param {string} selector */
  const part = (selector) => one(element, selector, HTMLElement);
  const [scroller, log, pending] = [part('.scroller'), part('.log'), part('.pending')];
  element.ariaLabel = `${place.title} as ${member.name} sees it`;
  part('header').append(avatar(member), member.name);

  /** @type {Map<Entry, HTMLElement>} */
  const articles = new Map();
  /** Bodies that keep the height they had before an edit, until something else moves the conversation. @type {Set<HTMLElement>} */
  const held = new Set();
  let underWay = 0;

  /** Scrolls to the end, but never past the beginning of the last message. */
  const toEnd = () => {
    for (const body of held) body.style.minHeight = '';
    held.clear();
    scroller.scrollTop = scroller.scrollHeight;
    const last = log.lastElementChild;
    if (last && last.getBoundingClientRect().top < scroller.getBoundingClientRect().top)
      last.scrollIntoView({ block: 'start' });
  };
  /** Whether the last message is in view. */
  const followed = () =>
    (log.lastElementChild?.getBoundingClientRect().top ?? 0) < scroller.getBoundingClientRect().bottom;

  return {
    member,
    place,
    element,
    log,
    toEnd,

    /** @param {Entry} entry */
    sees(entry) {
      return entry.place === place.id && (entry.onlyFor ?? member).id === member.id;
    },

    /** Adds an entry at the end; whoever reads further up is left in peace. @param {Entry} entry */
    add(entry) {
      const follows = followed();
      const article = articleOf(entry);
      articles.set(entry, article);
      log.append(article);
      part('.welcome').hidden = true;
      if (follows) toEnd();
    },

    /** Puts an entry where another stood. @param {Entry} before @param {Entry} entry */
    replace(before, entry) {
      const old = articles.get(before);
      const article = articleOf(entry);
      articles.delete(before);
      articles.set(entry, article);
      const focused = old?.contains(document.activeElement);
      old?.replaceWith(article);
      if (focused) article.focus();
    },

    /** Shows what an entry says by now; nothing around it moves, and it is not announced. @param {Entry} entry */
    edit(entry) {
      const article = articles.get(entry);
      const old = article?.querySelector('.body');
      if (!article || !(old instanceof HTMLElement)) return;
      const body = bodyOf(entry);
      body.style.minHeight = `${old.getBoundingClientRect().height}px`;
      held.delete(old);
      held.add(body);
      const focused = old.contains(document.activeElement) && document.activeElement;
      article.ariaLive = 'off';
      old.replaceWith(body);
      if (focused) (counterpart(focused, body) ?? article).focus({ preventScroll: true });
    },

    /** The entry that an element belongs to. @param {Node} node */
    entryAround(node) {
      return articles.entries().find(([, article]) => article.contains(node))?.[0];
    },

    /** @param {Entry} entry */
    goTo(entry) {
      articles.get(entry)?.focus();
    },

    /** @param {1 | -1} change of the number of answers that are awaited */
    wait(change) {
      underWay += change;
      pending.textContent = underWay > 0 ? 'Studyhall is looking…' : '';
    },
  };
}

/** The control that does the same in another body. @param {Element} control @param {HTMLElement} body */
function counterpart(control, body) {
  const { action, value } = control instanceof HTMLElement ? control.dataset : {};
  return [...body.querySelectorAll('button')].find(
    ({ dataset }) => action !== undefined && dataset.action === action && dataset.value === value,
  );
}
