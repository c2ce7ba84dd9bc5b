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
  explained explanation far few following for found from further gave get gets getting give given gives giving go goes going gone got guy guys
  had happen happens happened has hasnt have havent having he hello help helps helped her here hers hey hi him his how however i
  id if ill im in inside instead into is isnt it its itself ive just kind kinda know knows known later least less let lets
  like likely little look looking looks lot lots made mainly make makes making many may maybe me mean meaning means meant
  might mine more most mostly much multiple must my myself name named need needed needs neither never next nice no nobody none
  nor not nothing now of off often oh ok okay on once one ones only onto or other others otherwise our ours out outside over
  own perhaps please pls plz possible pretty probably put puts quite rather really related right said same say says see seem
  seems seen several shall she should shouldnt show shows since so some somebody somehow someone something sometimes somewhere soon
  sort still stuff such sure take takes taken taking talk tell tells than thank thanks that thats the their theirs them
  themselves then there therefore these they thing things think this those though through thx til till to together too toward
  towards tried try trying two type types under understand until up upon us use used useful user users usage uses using usually u ur
  very via vs versus want wanted wants was wasnt way ways we well were what whats whatever when whenever where whereas
  wherever whether which while who whoever whole whom whos whose why will with within without wont word work works working
  would wouldnt yes yet you your yours yourself`);

/** Words that so many topics share that they say little: they weigh less and are no evidence by themselves. */
export const GENERIC =
  set(`access account accounts activity administrator advanced allow allowed amount app application
  applications apps area automatic automatically available avoid bad basic benefit benefits best better big boss build business buy
  call called case cases center change changed changes cheap check choose client clients cloud clouds code companies company
  console control cost costs create customer customers data day days default demand different difference do easily easy eight employee
  enable environment example examples fast feature features file files find five four free full good great guide hour hours hundred hundreds idea
  important info information infrastructure instance instances internet issue issues item job jobs keep kinds large list long
  machine machines main manage managed management manager many max maximum method million millions minimum money month months network
  new nine number numbers offer offered offers old online open option options order overview page part people person place plan platform
  point policies policy price prices pricing problem problems process product products program project protect protected
  protection provide provided provides question questions reason recommend require required requirement requires resource
  resources rule rules run running safe safely safety save secure secured security self server servers service services set
  setting setup seven similar simple single site six small software solution solutions start state stop storage store stored
  stores support supported supports system systems task team technology ten test testing thousand thousands three time times tool tools top total traffic tutorial
  unit update view watch web website week weeks world year years`);

/**
 * Common words of English and of computing: rare as they may be in a small deck, they are about anything. They weigh less and are no
 * evidence by themselves.
 */
export const COMMON =
  set(`add adding address amazing animal answer apply article audio auto automate availability average baby backend balance bank base batch beautiful
  bedroom begin beginner bit blank blog board body book boot bottom box branch break bring broken browser budget bug button cache calculate
  calendar cam camera capacity car chance channel chapter chat child city class classic clean clear click clock close closed color column
  combine command comment commit common community compile complete component computer concept connect connected connecting connection
  contact container content context convert cook cool copy correct count country course cover crash current dark dashboard database databases date dead deal
  debug deep deploy deployed deploying deployment design desktop developer developers development device devices direct directory disable disaster
  discussion distance document dog door double download draft drink drive drop early earn east easter edge edit education effect element
  email empty engine engineer english enter error errors event exam exams exercise exist exit expect experience fail failed failure fall
  family fashion father field fight figure film final finish fire first fish fit fix flow folder follow food foot force form format forward
  frame friend front frontend function functions fun future game garden general generate girl glass global goal gold grade green ground
  group groups grow growth guess half hand handle happy hard hardware head health hear heart heat heavy high hire holiday home host hosted
  hosting hot hotel house human icon image images import improve inbound include increase index initial input install installed insurance
  interface interview invest island java join joined joining joint journey jump kernel keyboard kid kitchen label land language laptop
  large last late latency latest launch law layer lead leader leaf league learn learned learning leave left legal length lesson letter
  level library life lift light limit limits line link links linux list live load loading local location login logo loop lose lost love
  low lunch mail main map mark market match math meal media meet meeting member memory menu message messages method middle mind minute
  missing mobile mode model models modern mom monthly morning mother mount mouse move moved movie movies moving music nature near network
  news night node normal north note notes notification novel object office offline opening operation opinion origin original output oven
  owner pack package paper parent park part parts party pass passed passing past paste path pause pay paying payment perfect performance
  phone photo photos physical piano pic pick picture pipeline placement plant play player poem pool popular port position post power
  prepare present president press pretend print printer private producer profile programming promise proof property pull purchase push
  quality queue quick quiz quote race radio rain ram random range rank rate reach read reader reading ready real realtime receive recipe record recovery
  red region regions release remote remove render rent repeat replace replica reply request rest restart restaurant restore result results
  return returns review ring risk river road robot role room round route router routes routing row sale sample scale scaling scene
  schedule school science score screen script sea search season seat section select sell send sending sense sentence serial series session
  shape ship shoes shop shopping short shot shut side sign sky sleep slide slow smart smile sms snapshot snapshots social solve song sort
  sound source south space speak special speed spell spend sport spot spring stack stage stand star statement static station status step
  stock story straight strategy stream street string strong structure style subject submit success sugar suggest summer sun
  surface sweet switch symbol sync syntax tab table target taste teach teacher template temperature term text theory thread ticket tier
  tiers title today tomorrow tone tonight touch tour town track train training translate transport travel tree trial trip truck true turn
  tv undo uninstall union unique university unlimited upgrade upload url value values variable version versions video videos village
  visit voice wait waiting walk wall war warm wash water wear weather wedding weight west white wife wild win window windows wine winner
  winter wish woman wood wrap write writing wrong yard yesterday young zero zone zones`);

/**
 * Products and tools of other makers. Where the deck has no name for one, it is a subject of its own: the deck's lines may mention it,
 * but a query needs other reasons.
 */
export const OTHER_PRODUCTS =
  set(`android ansible apache apple bitbucket bootstrap chrome django docker dockerfile excel facebook figma firebase firefox flask
  git github gitlab gmail golang grafana graphql hadoop helm instagram ios iphone java javascript jenkins jira kafka kotlin kubectl
  kubernetes laravel linkedin linux mac macos maven mongodb mysql netflix nginx node nodejs notion npm numpy outlook pandas paypal photoshop
  php postgres postgresql powershell prometheus putty python react redis redux ruby rust safari salesforce sap scala selenium sentry slack
  snowflake spark splunk spotify spring sqlite ssh steam stripe svelte swift telegram tensorflow terraform twitter typescript ubuntu
  unity vault vim vmware vscode vue webpack whatsapp windows wordpress youtube zoom`);

/** Words that surround a name without changing what is asked: "what is X used for", "please explain X in AWS". */
export const FRAMING = new Set([
  ...STOP,
  ...set(`brief definition define describe description details doc docs documentation faq info information intro
  introduction learn meaning overview purpose question search service services summary tool topic wiki`),
]);

/**
 * Words of those who study something, whatever it is: "X cheat sheet", "deep dive into X". They surround a name as those of `FRAMING`
 * do; within a sentence they are words of their own.
 */
export const STUDYING =
  set(`101 basics beginner beginners bot cheat cheatsheet concept concepts confused confusing core course cram cramming crash deep dive
  dumb dummies eli5 essentials exam example examples flashcard flashcards forget forgot fundamentals gist guide homework interview lecture
  learning lesson lessons mentioned newbie newbies note notes nutshell primer questions quiz recap refresher remember remind revise revising revision
  sheet silly simply struggling stuck study stupid teacher terminology tips tldr today tonight totally tutorial tutorials walkthrough`);

/** Begin "how does X ...?" and its like. */
export const ASKING_HOW = set('how why when where what');
/** Begin "does X ...?", or stand second in "how does X ...?". */
export const ASKING_WHETHER = set('is are does do did can could will would should has must');

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
