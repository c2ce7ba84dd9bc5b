const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Says whose service it is, not which: dropped from names and queries alike. */
export const VENDOR = set('aws amazon aw amzn amazn amzon amazone amazom');

/** Other clouds. A query that names one asks about that one's services, whatever other words it shares with the deck. */
export const OTHER_CLOUDS =
  set(`azure gcp google microsoft oracle alibaba aliyun ibm cloudflare akamai heroku digitalocean
  hetzner ovh linode vercel netlify`);

/** Words that ask, join or fill: never evidence, never missed. */
export const STOP =
  set(`a about above across actually after again ago all almost alone along already also although always am
  an and another any anybody anyhow anyone anything anyway are around as asap ask asked asking at away back basically be
  because been before being below besides between both but by came can cannot cant come comes coming could couldnt did didnt do
  does doesnt doing done dont down during each either else ever every everybody everyone everything exactly explain
  explained explanation far few for from further gave get gets getting give given gives giving go goes going gone got guy guys
  had happen happens happened has hasnt have havent having he hello help helps helped her here hers hey hi him his how however i
  id if ill im in inside instead into is isnt it its itself ive just kind kinda know knows known later least less let lets
  like likely little look looking looks lot lots made mainly make makes making many may maybe me mean meaning means meant
  might mine more most mostly much multiple must my myself name named need needed needs neither never next nice no nobody none
  nor not nothing now of off often oh ok okay on once one ones only onto or other others otherwise our ours out outside over
  own perhaps please pls plz possible pretty probably put puts quite rather really related right said same say says see seem
  seems seen several shall she should shouldnt show shows since so some somebody somehow someone something sometimes somewhere soon
  sort still stuff such sure take takes taken taking talk tell tells than thank thanks that thats the their theirs them
  themselves then there therefore these they thing things think this those though through thx til till to together too toward
  towards tried try trying two type types under understand until up upon us use used useful user usage uses using usually u ur
  very via vs versus want wanted wants was wasnt way ways we well were what whats whatever when whenever where whereas
  wherever whether which while who whoever whole whom whos whose why will with within without wont word work works working
  would wouldnt yes yet you your yours yourself`);

/** Words that so many topics share that they say little: they weigh less and are no evidence by themselves. */
export const GENERIC =
  set(`access account accounts activity administrator advanced allow allowed amount app application
  applications apps area automatic automatically available avoid bad basic benefit benefits best better big boss build business buy
  call called case cases center change changed changes cheap check choose client clients cloud clouds code companies company
  console control cost costs create customer customers data day days default demand different difference do easily easy employee
  enable environment example examples fast feature features file files find free full good great guide hour hours idea
  important info information infrastructure instance instances internet issue issues item job keep kinds large list long
  machine machines main manage managed management manager many max maximum method minimum money month months network
  new number numbers offer offered old online open option options order overview page part people person place plan platform
  point policies policy price prices pricing problem problems process product products program project protect protected
  protection provide provided provides question questions reason recommend require required requirement requires resource
  resources rule rules run running safe safely safety save secure secured security self server servers service services set
  setting setup similar simple single site small software solution solutions start state stop storage store stored
  stores support supported supports system systems task team technology test testing time times tool tools top total traffic tutorial
  unit update view watch web website week weeks world year years`);

/** Words that surround a name without changing what is asked: "what is X used for", "please explain X in AWS". */
export const FRAMING = new Set([
  ...STOP,
  ...set(`brief definition define describe description details doc docs documentation faq info information intro
  introduction learn meaning overview purpose question search service services summary tool topic wiki`),
]);

/** Words that ask to hold two things against each other, even misspelt. */
export const COMPARING = [
  'between',
  'difference',
  'differences',
  'different',
  'differ',
  'differs',
  'compare',
  'compared',
  'comparison',
];
/** Words that surround the two sides: "which is better, a or b?". */
export const PREFERRING = set('better best choose pick prefer cheaper safer should faster stronger use');
/** Words that set one thing against another. */
export const VERSUS = set('vs versus v');
/** Words that stand between two things. */
export const BETWEEN = set('vs versus v or and with to from than against of between');
