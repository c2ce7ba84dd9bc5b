import { readFolderOfDecks } from '/work/main/src/runtime/folders.ts';
import { readDeck } from '/work/main/src/core/knowledge/read.ts';
const [f] = await readFolderOfDecks('/work/main/knowledge');
const t=performance.now(); readDeck(f.id, f.files); console.log(Math.round(performance.now()-t), Math.round(process.memoryUsage().rss/1e6));
