/** War, violence, accidents, borders, the armed forces. One group of like words a line; `synonyms.ts` says how they are read. */
export const conflictWords = `
die death dead killed perish decease late
kill slay murder dead die fatality casualty
~ kill dead death fatal deadly lethal
deadly fatal lethal
toll dead killed casualty
injure wound hurt casualty
clash fight battle skirmish combat brawl hostilities
~ clash fight war conflict standoff incident attack incursion
war conflict
attack assault strike raid bomb hit
~ attack incident kill violence terror
missile rocket strike
strike bomb
bomb blast explosion explode bombing
drone uav unmanned
soldier troop army military force serviceman contingent
army contingent troop
troop contingent force peacekeeper
~ army armed force military
navy fleet warship
exercise drill manoeuvre maneuver wargame training game
~ exercise train practise
terror terrorism terrorist
internet cyber online web
online virtual video videoconference remote
~ online phone telephone call
telephone phone ring call
ceasefire truce armistice
~ ceasefire peace
peace settlement
border frontier boundary line
junction tripoint trijunction
embassy mission consulate
ambassador envoy representative emissary
recall withdraw summon
expel oust
withdraw leave quit exit
~ withdraw leave depart
sanction embargo
nuclear atomic
test trial
weapon arms
space satellite rocket
dam reservoir water
river water
water river
earthquake quake
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
dissolve dissolution collapse disband
overthrow coup oust topple takeover
takeover coup
rescue save
prisoner detainee
arrest detain
militant gunman terrorist insurgent extremist
gunman militant shooter attacker
attacker gunman bomber
bomber attacker
shoot fire down
fire shoot
shell bombard
paramilitary trooper soldier
trooper soldier
policeman police
cop police
pullback withdraw withdrawal pullout
disengage withdraw pullback
withdraw disengage pullback remove strip revoke retreat
retreat withdraw
strip withdraw remove revoke deprive
revoke withdraw cancel strip
standoff faceoff stalemate
capture seize take conquer occupy
take capture seize
conquer capture
occupy capture seize
liberate free
rebellion uprising revolt mutiny
uprising rebellion revolt
mutiny rebellion
rebel insurgent opposition
massacre kill
victim dead casualty
casualty dead victim
accident crash
crackdown suppress
blockade siege
foil thwart prevent fail
thwart foil prevent
prevent foil stop
assassinate kill murder
~ assassinate attempt
hardware weapon equipment
border frontier boundary demarcate delimit
delimit demarcate draw
demarcate delimit
cede give hand surrender concede
rebuild reconstruct
naval fleet
warship ship vessel
ship vessel boat
manoeuvre exercise drill
train practise exercise
practise train rehearse
~ phase stage
finale final end
bloodshed violence clash fight killing
violence unrest clash bloodshed
fight clash war battle combat
combat fight battle
skirmish clash
gunfire shoot fire
ambush attack
bombing bomb blast explosion attack
attack bombing bomb assault raid
assault attack raid
raid attack assault
launch fire
intercept shoot down disable
disable shoot intercept
suffer loss
ruin destroy damage
destroy damage ruin
damage destroy harm
hurt injure wound
annex take seize
peacekeeper troop
deploy send dispatch station
dispatch send deploy
storm seize attack
defeat lose beat
descend fall
spiral escalate
escalate rise worsen
worsen escalate
calm stable quiet tranquillity peace
tranquillity calm peace quiet
quiet calm
spill spread
deadline date
perish die dead
lethal deadly fatal
bury funeral
funeral bury mourn
quake earthquake
shake earthquake
evacuate flee displace
refugee displace flee
displace flee evacuate
homeless displace
threat danger risk
danger threat risk
risk danger threat
warplane aircraft jet plane
submarine navy
tank armour
gun weapon
arsenal weapon
stockpile store weapon
detonate explode test
campaign offensive
operation campaign mission
offensive attack campaign
hostility war fight
~ home disengage withdraw return
respond react retaliate
retaliate respond
`;
