/** Words that want something behind them: a bullet that ends with one only introduces its children. */
export const PREPOSITIONS = wordSet(
  'about after against among and around as at because before between but by e.g during except for from if in including into like of on or over per than that the through to towards under until using via when where which while who whose with within without as:',
);

/** Verbs that want an object: "finds", "supports". */
export const VERBS = wordSet(
  'affects allows are became becomes brings builds can carries causes checks collects comprises consists contains controls could covers creates defines detects did do does enables ensures explains finds forms gives had handles has have helps holds includes integrates involves is keeps lets likes links made makes manages may means measures monitors must needs offers prevents produces protects provides prohibits reduces refers releases requires runs sends shall shows should stores supports takes tracks turns uses was were will would works',
);

/** Headings that name a side of their parent ("Causes" of a war) and are no topic of their own. */
export const ASPECTS = wordSet(
  'advanced advantage analysis application aspect background basic basics benefit cause challenge characteristic component con conclusion consequence context cost criticism date decision definition description detail diagnosis difference disadvantage drawback duration effect element equation event example exam tip exception fact feature figure form formula free function further reading goal held history holding how it works impact importance input intro introduction issue judgment judgement key date key fact key figure key idea key person key point key term kind legacy limit limitation location main point main idea meaning mechanism method note origin outcome output overview paid part people person phase phrase plan point premium price pricing principle pro process prohibited property provision purpose question quick fact quote reason reasoning recap reference remark remember requirement result role rule see also significance solution source stage standard step structure subtype summary symptom test theme tier timeline tip treatment type usage use case use used for warning what is it why it matters aws amazon you we us they them me i customer user client provider vendor yes no',
  [
    'exam tip', 'further reading', 'how it works', 'key date', 'key fact', 'key figure', 'key idea', 'key person', 'key people',
    'key point', 'key term', 'main point', 'main idea', 'quick fact', 'see also', 'use case', 'used for', 'what it is',
    'what is it', 'why it matters', 'key features', 'main features', 'key concepts', 'pros and cons',
  ],
);

function wordSet(words: string, phrases: readonly string[] = []): ReadonlySet<string> {
  return new Set([...words.split(' '), ...phrases]);
}
