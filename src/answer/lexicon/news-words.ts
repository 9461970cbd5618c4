/** How people put what the news puts otherwise. One group of like words a line, the word of the news first; `synonyms.ts` says how they are read. */
export const newsWords = `
independence secede secession breakaway statehood freedom
dissolve dismantle disintegrate demise
withdraw scrap rescind abolish void annul
withdraw recede evacuate
status standing privilege rank rung
favoured privileged preferential
observer observing onlooker
grant bestow confer accord extend
receive host welcome greet entertain audience
congratulate wish compliment
centenary hundredth centennial
anniversary birthday jubilee
represent speak stand
envoy ambassador representative diplomat legate
delegation party group team entourage contingent
monitor supervise scrutinise inspector watchdog
observers monitors watchers mission team
poll vote election ballot
chair preside convene moderate steer head lead
attend show appear turn present participate
skip absent boycott snub
prime premier
minister secretary
foreign external diplomatic
president head leader
emergency disaster rescue crisis relief civil
coordinator sherpa
session gathering sitting conclave round
joint shared collective common
sign ink endorse initial pen signatory
treaty pact accord convention
communique statement
declare proclaim pronounce
founded launched established created
found originate
inaugurate install swear oath
term spell stint tenure stretch mandate
appoint tap install assign promote
resign quit
elect choose return
die pass demise
kill murder slay
condemn denounce blast deplore decry
strike attack bombardment airstrike bombing
war hostilities conflict fighting
ceasefire truce armistice
surrender capitulate lay
drill manoeuvre exercise wargame training rehearsal
troop soldier serviceman force
army military
staff general
border frontier boundary
cut slash trim shrink reduce lower
reduction cut slash
agree consent concur settle
agreement arrangement understanding
approve okay ratify sanction
adopt pass accept embrace
programme scheme roadmap blueprint plan
blueprint roadmap plan strategy programme
strategy blueprint
cooperation collaboration partnership teamwork
friendship amity friendly fraternal
neighbour adjoining bordering
neighbourliness neighbourly neighbour
culture cultural arts heritage
tourism travel holiday
health medicine medical doctor
justice judicial court legal
prosecutor prosecution attorney
transport transit transportation logistics road rail
transport rail road shipping
railway railroad rail train tracks line
pipeline conduit line tube
bridge crossing span
customs tariff duties
economy economic business commerce
trade commerce business exchange
bank lender banking
loan credit lending
rupee currency
currency money
import purchase buy shipment
export sale shipment
gas fuel methane
oil crude petroleum
capacity throughput volume
yearly annual annually
percent percentage share
deadlock stalemate impasse
border line
talk dialogue discussion conversation negotiation
talks parley negotiations discussions
journalist reporter correspondent media press newsman
media press journalist
brief inform update
answer reply respond
explain clarify elaborate
offer proffer tender
promise pledge vow undertake
urge implore press exhort call
reject rebuff spurn dismiss
deny dispute refute
accuse blame charge
joke quip jest banter kid
describe label characterise term depict portray
praise laud commend hail compliment
warn caution alert
thank grateful gratitude appreciate
pandemic coronavirus covid outbreak disease virus
epidemic disease outbreak plague contagion
vaccine inoculation jab dose
drone uav
shoot down destroy
crash accident smash plunge
blast explosion bomb
earthquake tremor quake
flood deluge
fire blaze
protest demonstration rally unrest
riot unrest disorder
coup putsch
arrest detain apprehend custody
jail prison imprison sentence
court tribunal judges
ban prohibit outlaw forbid bar
prohibit forbid
sanctions embargo penalties
veto block
nuclear atomic
weapon arms weaponry
missile rocket
space orbit cosmos
satellite spacecraft
launch start initiate begin
open inaugurate unveil begin
begin start commence kick
start begin initiate
complete finish finalise conclude end
end finish conclude wrap terminate
final last closing concluding ultimate
first inaugural maiden earliest debut initial
extraordinary special emergency unscheduled
annual yearly
online virtual remote video
video online virtual remote
link connect join
visit trip tour travel journey stopover
visitor guest
arrive land reach touch
depart leave exit
tour trip journey swing
host organise stage
venue site location
secretariat headquarters office
headquarters seat base
council body board
committee commission panel
commission panel committee
association league
institution body agency
academy school
university college
scholar academic expert
expert specialist scholar
forum conference symposium gathering
seminar workshop
conference congress
exhibition fair expo show
festival fete fest celebration
film movie cinema
prize award trophy
champion winner
marathon race run
sport athletic
youth young
woman female
child kid youngster
student pupil
teacher instructor
worker labourer employee staff
migrant migration labour
refugee displaced
victim dead casualty
dead died killed fatality
injured wounded hurt
toll deaths
violence bloodshed fighting
clash skirmish scuffle brawl fight
massacre slaughter
terrorism terror
terror militancy extremism
extremism radicalism fanaticism
radicalisation extremism
separatism secession
drug narcotic opium
smuggling contraband trafficking
crime criminal
cyber digital internet online web
internet web cyber online
information data
digital electronic
climate environment ecology
environment ecology environmental green
water river
food nutrition
agriculture farm farming
farm agriculture
energy power fuel
electricity power
industry manufacturing factory
science research technology
research study science
technology tech
tech technology
document paper text
text draft wording document
draft prepare version
memorandum memo mou
protocol annex agreement
charter statute founding
constitution basic
law legislation act statute
decree order edict
order decree instruct
regulation rules provision
rules regulation
resolution motion text
budget spending finance
fund money
dues contribution fee
cost price expense bill
fee charge
member belong
membership accession entry belonging
accession entry admission joining membership
applicant application
apply request bid seek
application bid request
seek want request pursue
enlarge expand widen broaden
expansion enlargement widening
partner partnership associate
ally partner
alliance bloc pact
bloc group grouping alliance
union bloc
congress parliament
parliament legislature assembly lawmakers mps
lawmaker parliamentarian mp deputy legislator
cabinet government
government administration authorities cabinet
authorities government officials
opposition rival dissident
party faction
leader head chief
ruler leader
king monarch
successor replacement heir
heir successor
predecessor forerunner
deputy vice
aide adviser assistant
spokesman spokesperson spokeswoman mouthpiece
official functionary
general commander
commander chief general
recall summon withdraw
recognise acknowledge recognition
relations ties links
ties relations links bonds
establish set forge open
restore renew resume reestablish
sever cut break
normalise mend repair
dispute row quarrel feud
standoff confrontation faceoff
disengage pullback withdraw
demarcate mark delimit draw
territory land area
transfer hand cession
hand transfer pass
settle resolve solve
mediate broker intermediary
mediator broker
peace reconciliation
reconcile reconciliation peace
accord treaty deal pact
deal agreement pact accord
contract deal
lease rent
invest pour
investment funding
growth rise increase
rise climb surge increase jump
fall drop decline slump
double twofold
triple threefold
record highest unprecedented
largest biggest greatest
biggest largest
important significant key vital
key important crucial
strategic strategy
comprehensive overall wide
strengthen boost deepen enhance bolster reinforce
enhance boost improve strengthen
improve better enhance
support back assist
help aid assist support
aid assistance help relief
humanitarian relief aid
rescue save
protect safeguard defend
defend protect
secure safeguard
safety security
threat menace danger
challenge problem difficulty
problem trouble issue
concern worry anxiety
hope wish expect
expect anticipate await
plan intend schedule
schedule plan arrange
send dispatch field
planned scheduled due
postpone delay defer reschedule
cancel scrap
suspend freeze halt
halt stop suspend
resume restart
renew extend
ratify ratification
force effect
effective force
expire end lapse
celebrate mark observe commemorate
mark celebrate commemorate
commemorate honour remember
monument memorial statue
memorial monument
honour tribute pay
funeral burial bury
mourn grieve condolence
condolence sympathy mourn
health wellbeing
unhurt safe unharmed uninjured
safe unhurt
surplus excess
deficit gap shortfall
stuck stall deadlock
stop halt cease end
use utilise spend
language tongue
english
official formal
beach seaside sand
suntan tan sunbathing
dinner banquet supper
reception party dinner gala
gala concert reception party
photo picture image
tweet post twitter
letter message
message greeting letter
telegram cable message wire
phone telephone call ring
ring phone telephone call
shift move switch transfer
switch shift move
lay put
wish desire
bring take
draft write
team delegation
towns cities
city town
village settlement
region province area oblast
province region
capital city
mountain peak
lake reservoir
river stream
sea ocean
port harbour dock
airport airfield
base facility
range ground site
plant factory facility
mine pit
field deposit
dam barrage hydropower
truck lorry vehicle
train railway
flight plane air
plane aircraft jet
helicopter chopper
car vehicle
ship vessel boat
`;
