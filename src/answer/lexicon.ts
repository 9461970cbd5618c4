import { stem } from '../text/stem.ts';

/**
 * General English of current affairs: words in one line mean about the same. A line that starts with `~` is looser:
 * the words are related (a reception is a kind of gathering), and such a match counts for less.
 */
const lines = `
found create establish set-up launch institute form birth inception start-up
begin start open launch commence kick-off inaugurate operate-start
end close conclude finish finale wrap-up complete closing final
meet meeting talk see encounter gather session hold-talk sit-down get-together
~ meeting gathering session council summit conference dialogue forum meet convene assemble talk
~ meeting visit receive host reception
summit leaders-meeting heads-of-state-council hsc leaders-council
minister fm ministerial
~ minister secretary official
premier prime-minister head-of-government
president head-of-state leader
~ leader president premier prime-minister head chief
chief head boss leader secretary-general
~ chief director commander
chair chairmanship presidency helm preside rotating-chair
~ chair head lead
lead head guide run command steer
host stage hold run organise throw venue
~ host hold held take-place
visit trip tour travel journey call-on go-to come-to
~ visit arrive land reach fly travel come
arrive reach land fly-in get-to touch-down come
leave depart exit quit fly-out go pull-out
resign quit step-down leave relinquish
~ resign depart depart leave dismiss
succeed replace take-over successor follow step-into fill
~ replace succeed stand-in substitute deputise represent
appoint name choose pick select install designate nominate made
~ appoint become elect take-office
swear oath inaugurate take-office
elect vote election poll ballot win-election
~ elect win choose
vote ballot poll election referendum
win victory triumph
~ win defeat beat
lose defeat
die death dead killed perish decease pass-away late
kill slay murder dead die death-toll lose-life loss-of-life fatality casualty
~ kill dead death fatal deadly lethal life-loss
deadly fatal lethal loss-of-life
toll dead killed casualty
injure wound hurt casualty
clash fight battle skirmish combat brawl hostilities exchange-fire
~ clash fight war conflict standoff incident attack incursion
war conflict
attack assault strike raid bomb hit
~ attack incident kill violence terror
missile rocket strike
strike bomb air-raid
bomb blast explosion explode bombing
drone uav unmanned
soldier troop army military force serviceman
troop contingent force peacekeeper
~ army armed force military
navy fleet warship
exercise drill manoeuvre maneuver wargame war-game training game
~ exercise train practise
terror terrorism terrorist
counter-terror anti-terror anti-terrorist anti-terrorism counter-terrorism
internet cyber online web
online virtual video-link video videoconference by-video remote video-conference
~ online phone telephone call
telephone phone ring call
ceasefire truce armistice stop-fire stop-firing
~ ceasefire end-fight peace
peace settlement
treaty pact accord agreement deal convention
~ treaty document memorandum agreement protocol declaration
memorandum memo mou memoranda
sign conclude ink initial put-name
~ sign approve adopt agree
approve back endorse adopt clear green-light nod pass okay bless authorise allow
~ approve agree accept support confirm
adopt pass approve
ratify approve
support back endorse favour
refuse decline reject turn-down rebuff spurn
~ refuse object oppose block
block veto obstruct stop prevent
oppose object against resist
suspend halt pause freeze abeyance stop put-on-hold stuck stall
~ suspend stop end cancel
cancel call-off scrap drop
postpone delay put-off
resume restart reopen renew restore
cut reduce lower slash
grow rise increase climb surge jump soar expand go-up
fall drop decline decrease shrink go-down
recognise recognition acknowledge
establish-relation open-relation diplomatic-tie diplomatic-relation open-tie
relation tie link bond
~ relation diplomatic friendship
border frontier boundary line
valley
junction tripoint meeting-point trijunction
embassy mission consulate
ambassador envoy representative emissary
recall call-home call-back withdraw summon
expel throw-out oust kick-out
withdraw leave pull-out quit exit pull-back
~ withdraw leave depart
say state tell declare remark comment announce note assert claim mention
~ say statement announce report speak speech
announce reveal declare unveil disclose make-known
~ announce say tell reveal confirm
claim say allege assert accuse
describe call characterise brand label dub description refer portray term
argue insist maintain
urge call appeal press ask demand exhort
ask request want seek demand
request ask appeal seek
~ request call want
promise pledge vow commit undertake
~ promise say offer
offer propose pledge
propose suggest offer float put-forward moot pitch present
~ propose call idea launch unveil
invite invitation
criticise condemn denounce censure slam deplore blast decry
condemn denounce deplore criticise
~ condemn concern statement criticise
accuse blame allege
blame fault accuse
react response respond reaction answer reply
~ react statement say criticise condemn voice concern welcome
deny refute reject dismiss
admit acknowledge concede
verify confirm corroborate independently-confirm
confirm verify
warn caution alert
praise laud hail applaud welcome
mock joke tease jest
thank gratitude
fear afraid worry concern dread anxious
~ fear undesirable concern
hope wish want
decide decision agree resolve
outcome result decision end
~ outcome adopt sign approve agree
reason cause because why motive
protest demonstration rally unrest riot demonstrate
~ unrest protest violence riot crisis disorder
unfold develop happen
flee displace evacuate escape refugee
people person citizen resident
~ people civilian
member full-member membership belong join
join enter accede become-member come-in accession admit entry sign-up
~ join become make admit grant
admit accept grant take-in welcome join
observer observer-state
partner dialogue-partner
apply application bid request file
bid application attempt
founder founding
permanent standing
office headquarters headquarter secretariat base bureau
secretariat headquarters headquarter office
secretary-general sec-gen secgen secretary-general executive-secretary
deputy vice
spokesperson spokesman spokeswoman press-secretary
aide adviser advisor assistant presidential-aide
official diplomat secretary officer
diplomat official envoy
politician leader
party faction
parliament lower-house legislature assembly duma senate
~ parliament house parliamentary
law legislation bill
constitution constitutional
court tribunal
rule regulation
budget finance
charter statute
declaration statement document text communique
statement communique declaration
communique statement joint-statement
resolution text document
document paper text
strategy plan programme
programme program plan scheme
plan scheme proposal programme
agenda priority topic
priority aim goal
theme motto slogan
title name status
language tongue
emblem logo
capital title
prize award trophy honour medal
festival fest
film movie cinema
marathon race run
athlete runner
sport games
tourism tourist
culture cultural
education school university
health medical
pandemic covid coronavirus covid-19
vaccine jab
trade commerce commercial
~ trade economic economy business
economy economic
currency money rouble rupee yuan
rupee inr
rouble ruble
dollar usd
oil crude petroleum
gas pipeline
~ pipeline gas oil line
pipeline line
railway rail train railroad
road highway
port harbour
flight air-link plane
plane aircraft jet
helicopter chopper crash
crash accident
bank lender
loan credit lend
grant aid
debt
interest
bill cost price
price cost
purchase buy
purchase acquire
sell supply
export sell
import buy purchase
deficit gap shortfall imbalance
surplus excess
balance
share percentage proportion percent per-cent
percent percentage
length long kilometre
kilometre km
tonne ton
money fund cash
invest investment
sanction embargo
nuclear atomic
test trial
weapon arms
space satellite rocket
dam reservoir water
river water
water river
earthquake quake
flood
drug narcotic
crime criminal
separatism separatist
extremism extremist radical
monitor observe watch observation oversee
~ monitor mission team
mission team delegation group
team mission group
delegation group
verdict conclude assessment call
free fair legitimate
violation breach irregularity
invade invasion
annex annexation
seize capture take grab
surrender capitulate
independence independent sovereignty
~ independence anniversary
dissolve dissolution break-up collapse disband
overthrow coup oust topple takeover take-over-power
takeover coup seize-power
rescue save
hostage
prisoner detainee
arrest detain
anniversary jubilee mark
mark celebrate commemorate
celebrate party
dinner banquet evening-do reception evening-event evening
reception welcome-party dinner banquet evening-do party
~ reception dinner gather cultural-event
banquet dinner
sunbathe suntan tan sun sunbathing
minute hour
~ hour minute
vet check review examine scrutinise
review check examine discuss
check vet verify
job task role
task job
beforehand ahead advance before earlier
ahead before beforehand
main chief key principal
key main important
important major
big large major
manoeuvres exercise drill
near close by
close near
common joint shared
joint together common
together jointly
separate bilateral
bilateral separate two-way
regular annual yearly
annual yearly year
yearly annual
monthly month
permanent lasting
eternal permanent everlasting perpetual
new fresh
former ex previous
previous former earlier prior
current present incumbent sitting now
expand enlarge expansion enlargement widen
enlarge expansion enlargement
merge combine unify
upgrade promote raise elevate
promote upgrade
grant give award confer bestow
give grant hand
hand pass transfer
pass hand transfer
receive get welcome
get receive obtain
obtain secure get
aim target goal
target aim
reach attain achieve
build construct construction
~ build railway project
project scheme
construct build
site place venue ground
ground range site
range ground polygon
resort hotel
lakeside lake
island
mountain
town city place
city town
place city town site location
region area province zone
area region zone district
province region
district area
state country nation
country state nation
republic state country
nation country state
bloc organisation group grouping alliance union organization
organisation bloc group body grouping organization
organization organisation
alliance bloc pact
body organisation
club
centre center
institute centre
university academy
scholar expert
expert specialist
journalist reporter press media
media press reporters
newspaper paper daily
reporter journalist
press-conference briefing news-conference presser reporters
briefing press-conference
speech address talk
address speech
interview
tweet twitter post
letter message telegram
message letter
video
picture photo
sweep
first inaugural maiden debut
maiden first
inaugural first
last final latest previous
latest last recent
second
initial first
cooperate cooperation collaborate collaboration
cooperation partnership
stable calm stability
~ stable peaceful normal
abnormal unusual
tension strain
standoff stalemate
deep detail
detail depth deeply
settle settlement settling
dispute row quarrel spat disagreement
negotiation talks bargain
~ negotiation discuss talk
veterans
prosecutor attorney
judge court
police interior security
security safety
defence defense military
defence-minister minister-of-defence
foreign external
foreign-minister external-affairs-minister top-diplomat eam
interior home
finance financial treasury
central-bank reserve-bank
agriculture farm agricultural
energy power
environment climate
youth young
woman women female
wife lady
father son
son father
child
student pupil
religious cleric
cleric supreme-leader
supreme-leader
king monarch
throne
crown
vow pledge
road-to-membership accession path
step stage milestone
milestone step
path road way
stop end
take-part participate attend join
attend participate take-part come present
~ attend come visit join
absent skip miss
skip miss absent boycott
boycott skip
represent attend stand-for
~ represent attend come send meet minister
stand-in represent substitute fill-in deputise
contest stand run
candidate contender
term tenure mandate
tenure term
seat base
proclaim declare
declare proclaim announce
bring
swap exchange
exchange swap
raise lift
lift raise end remove
ban prohibit outlaw prohibition
~ ban suspend
designate list brand
list blacklist
regime government
government cabinet
cabinet government
dues fee contribution
fee dues
income revenue
wage salary
salary pay wage
population inhabitant
`;

/** Runs of words that act as one: the left is found (by stems, up to two words between), the right put instead. */
const phraseLines = `
sit down=meet|get together=meeting|set up=found|start work=open|start up=launch|go virtual=online|go online=online|green light=approve
take over=succeed|step down=resign|step in=replace|fill in=replace|stand in=replace|step into=succeed|take charge=head
sign up=join|come in=join|come into force=enter force|go into=enter|come together=meet|throw out=expel|call home=recall|call back=recall|bring home=recall
pull out=withdraw|pull back=withdraw|walk out=leave|drop out=leave|turn down=refuse|break out=begin|kick off=begin|wrap up=end
call off=cancel|put off=postpone|put on hold=suspend|get stuck=suspend|hold up=delay|get to=arrive|got to=arrive|pass away=die|lose life=kill|loss of life=dead|death toll=killed
sec gen=secretarygeneral|secretary general=secretarygeneral|general secretary=secretarygeneral|executive secretary=secretarygeneral|sg of=secretarygeneral
head of government=prime minister|head of state=president|head of the government=prime minister|premier=prime minister|chief minister=chief minister
defense minister=defence minister|top diplomat=foreign minister|external affairs minister=foreign minister|eam=foreign minister|fm=foreign minister
foreign secretary=foreign secretary|pm=prime minister|dm=defence minister|nsa=national security adviser|defence chief=defence minister
press conference=briefing|news conference=briefing|dialogue partner=dialogue partner|swear in=oath|take oath=oath|take office=oath
war game=exercise|evening do=reception|by video=online|video link=online|video conference=online|lower house=parliament
rotating chair=chair|rotating presidency=chair|joint statement=statement|member state=member|full member=member|per cent=percent
shake hand=meet|go up=rise|go down=fall|speed up=accelerate|blow up=explode|shoot down=shoot|give up=renounce|hand over=transfer
stop firing=ceasefire|cease fire=ceasefire|stop shooting=ceasefire|sworn in=oath|break up=dissolve|make english=english
get going=begin|come into being=found|come into existence=found|come about=found|touch down=arrive|fly in=arrive|show up=attend|turn up=attend
`;

interface Phrase {
  readonly stems: readonly string[];
  readonly instead: readonly string[];
}

const phraseOf = (line: string): Phrase | undefined => {
  const [from, to] = line.split('=');
  if (from === undefined || to === undefined || from.trim() === '') return undefined;
  return { stems: from.trim().split(' ').map(stem), instead: to.trim().split(' ') };
};

/** Longest first, so that `head of the government` goes before `head of`. */
export const phrases: readonly Phrase[] = phraseLines
  .split(/[|\n]/)
  .flatMap((line) => phraseOf(line) ?? [])
  .sort((left, right) => right.stems.length - left.stems.length);

const synonymTable: ReadonlyMap<string, ReadonlyMap<string, number>> = buildTable();

function buildTable(): Map<string, Map<string, number>> {
  const table = new Map<string, Map<string, number>>();
  for (const line of lines.split('\n')) {
    const loose = line.startsWith('~');
    const group = [
      ...new Set(
        line
          .replace('~', '')
          .trim()
          .split(' ')
          .filter((word) => word !== '' && !word.includes('-'))
          .map(stem),
      ),
    ];
    group.forEach((word, at) => {
      // The first word of a line is its head: the others match it fully, and one another a little less.
      group.forEach((other, position) => {
        if (word === other) return;
        const worth = loose ? 0.5 : at === 0 || position === 0 ? 0.82 : 0.72;
        const row = table.get(word) ?? new Map<string, number>();
        row.set(other, Math.max(row.get(other) ?? 0, worth));
        table.set(word, row);
      });
    });
  }
  return table;
}

const none: ReadonlyMap<string, number> = new Map();

/** Stems that mean about the same as a stem, each with how well it stands in (0.5 loosely … 0.85 well). */
export const synonymsOf = (stemmed: string): ReadonlyMap<string, number> => synonymTable.get(stemmed) ?? none;

/** Puts the phrases of the lexicon in place of their loose forms: `sit down` → `meet`, `call its envoy home` → `recall envoy`. */
export function joinPhrases(words: readonly string[]): readonly string[] {
  let result: readonly string[] = words;
  let stems = words.map(stem);
  const present = new Set(stems);
  for (const phrase of phrases) {
    if (!phrase.stems.every((each) => present.has(each))) continue;
    const replaced = replacePhrase(result, stems, phrase);
    if (replaced === result) continue;
    result = replaced;
    stems = result.map(stem);
    for (const each of stems) present.add(each);
  }
  return result;
}

function replacePhrase(
  words: readonly string[],
  stems: readonly string[],
  phrase: Phrase,
): readonly string[] {
  for (let start = 0; start < words.length; start++) {
    const places = placesOf(stems, phrase.stems, start);
    if (places === undefined) continue;
    const kept = words.flatMap((word, index) =>
      index === start ? phrase.instead : places.has(index) ? [] : [word],
    );
    return kept;
  }
  return words;
}

/** Where the words of a phrase stand from `start` on, with at most two words between neighbours. */
function placesOf(
  stems: readonly string[],
  phrase: readonly string[],
  start: number,
): ReadonlySet<number> | undefined {
  if (stems[start] !== phrase[0]) return undefined;
  const places = new Set([start]);
  let at = start;
  const play = phrase.length === 2 ? 3 : 1;
  for (const wanted of phrase.slice(1)) {
    let next = at + 1;
    while (next <= at + play && stems[next] !== wanted) next++;
    if (next > at + play || stems[next] !== wanted) return undefined;
    places.add(next);
    at = next;
  }
  return places;
}

/** Words that carry nothing to look for. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an the of in on at to for from by with and or but as is are was were be been being do does did done has have had having
will would shall should can could may might must it its this that these those there here he she they we you i his her their our your my me us them him
who whom whose what which when where why how not no nor so than then too very just also about into over under after before during between against
any anything anyone anybody some something someone somebody everything all both each every other others another such own same only ever never
if while because until since up out off again once more most much many few well get got getting pls please tell give show me know think ok hey hi
go went going gone take took taken make made happen happened happening occur occurred place exactly actually really even still yet already now today
let say kind sort thing things way lot ever im ive id dont didnt hasnt wasnt isnt arent world etc vs b4 s t did said according told dramatic interesting important notable special newsworthy thanks thank hold held holds holding`.split(
    /\s+/,
  ),
);
