/** Offices, gatherings, visits, membership, elections. One group of like words a line; `synonyms.ts` says how they are read. */
export const politicsWords = `
~ministry minister
dismiss sack fire oust remove drop unseat
found create establish launch institute form birth inception
begin start open launch commence inaugurate
end close conclude finish finale complete closing final
meet meeting talk see encounter gather session
~ meeting gathering session council summit conference dialogue forum meet convene assemble talk
~ meeting visit receive host reception
summit hsc
minister fm ministerial
~ minister secretary official
president leader
~ leader president premier head chief
chief head boss leader
~ chief director commander
chair chairmanship presidency helm preside
~ chair head lead
lead head guide run command steer
host stage hold run organise throw venue
~ host hold held
visit trip tour travel journey
~ visit arrive land reach fly travel come
arrive reach land come
leave depart exit quit go
resign quit leave relinquish
~ resign depart leave dismiss
succeed replace successor follow fill
replace acting interim caretaker
~ replace succeed substitute deputise represent
appoint name choose pick select install designate nominate made
~ appoint become elect
swear oath inaugurate
elect vote election poll ballot
~ elect win choose
vote ballot poll election referendum
win victory triumph
~ win defeat beat
lose defeat
member membership belong join
join enter accede accession admit entry
~ join become make admit grant
admit accept grant welcome join
apply application bid request file
bid application attempt
founder founding
permanent standing
office headquarters headquarter secretariat base bureau
secretariat headquarters headquarter office
deputy vice
spokesperson spokesman spokeswoman
aide adviser advisor assistant
official diplomat secretary officer
diplomat official envoy
politician leader
party faction
parliament legislature assembly duma senate
~ parliament house parliamentary
law legislation bill
constitution constitutional
court tribunal
rule regulation
budget finance
charter statute
declaration statement document text communique
statement communique declaration
communique statement
resolution text document
document paper text
strategy plan programme
programme program plan scheme
plan scheme proposal programme
agenda priority topic
priority aim goal
theme motto slogan
prosecutor attorney
judge court
police interior security
security safety
defence defense military
foreign external
interior home
finance financial treasury
agriculture farm agricultural
energy power
environment climate
youth young
woman women female
wife lady
father son
son father
student pupil
religious cleric
king monarch
vow pledge
accession path
step stage milestone
milestone step
path road way
stop end
participate attend join
attend participate come present
~ attend come visit join
absent skip miss
skip miss absent boycott
boycott skip
represent attend
~ represent attend send come
represent substitute deputise
contest stand run
candidate contender
term tenure mandate
tenure term
remove dismiss sack fire axe oust dump topple unseat depose relieve purge discharge force
dismiss sack fire axe remove
oust topple overthrow depose unseat remove force
force push drive oust compel
office job post position role
job office post position
post office job position
position post office job
function duty responsibility task
duty function responsibility job
acting interim caretaker temporary provisional briefly
interim acting temporary caretaker
temporary interim acting brief
envoy ambassador emissary representative
cabinet government ministry
lawmaker parliamentarian legislator senator deputy
chamber house parliament senate
rule govern reign
welcome greet receive host
greet welcome receive
guest visitor
attendee participant
participant attendee contingent
convene gather meet call
sideline margin fringe
margin sideline fringe
fringe sideline margin
confer talk meet
talk confer discuss conversation
discuss talk confer consider debate cover
debate discuss
cover discuss address
consult confer
inspect check visit
trip visit tour journey
tour trip visit
stopover stop visit
return resume
handpick appoint
elevate promote raise
delegate delegation representative
quorum council
session meeting sitting
sitting session
conclave meeting summit
huddle meet talk
convention conference
congress convention
~ receive meet
~ become take succeed elect appoint
~ become join
host chair preside
~ chair organise
~ send lead represent
~ office role function
~ governor leader
behind responsible claim
responsible behind claim
see meet
visit see
chum ally friend
ruler leader president king
king ruler monarch
crown heir
opponent rival opposition
rival opponent challenger
~ rival beat defeat lose opponent
handshake meet
reelect elect win
reappoint appoint
retire resign leave
replacement successor succeed replace
predecessor precede before
successor succeed replace
ballot vote
landslide victory
coalition alliance
speak address
attend visit
represent send delegate
~ represent came travel
preside chair
oversee supervise monitor manage
supervise oversee monitor
supervision oversight monitor
delegation team mission envoy
top senior high
senior high top
junior deputy
rename name call
nickname name call
entry accession join membership admission
accession entry join admission membership
newcomer new member
upgrade status raise
comeback return
inaugural first open
gala celebrate concert
bash party celebrate
jubilee anniversary
reign rule
abdicate resign
throne king
assume take
~ unveil present
~ visit summit meet
behind responsible claim blame
charge head lead office
pick choose elect appoint
counterpart colleague minister president
colleague counterpart
~ host receive hold
`;
