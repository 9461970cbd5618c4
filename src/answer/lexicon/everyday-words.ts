/** Culture, sport, health, measures, places and plain verbs and adjectives. One group of like words a line; `synonyms.ts` says how they are read. */
export const everydayWords = `
ill sick unwell ailing poorly
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
pandemic covid coronavirus
vaccine jab
anniversary jubilee mark
mark celebrate commemorate
celebrate party
dinner banquet reception evening
reception dinner banquet party
~ reception dinner gather
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
bilateral separate
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
resort hotel
lakeside lake
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
centre center
institute centre
university academy
scholar expert
expert specialist
journalist reporter press media
media press reporters
newspaper paper daily
reporter journalist
briefing presser reporters
speech address talk
address speech
tweet twitter post
letter message telegram
message letter
picture photo
first inaugural maiden debut
maiden first
inaugural first
last final latest previous
latest last recent
initial first
seat base
proclaim declare
declare proclaim announce
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
kid child
runner athlete
register enrol signup
enrol register
contest competition
award prize
screen show
show screen display
exhibition exhibit display
concert music
ceremony event
birthday anniversary
symbol emblem logo
emblem symbol logo
slogan motto theme
pilgrim worshipper
shrine temple
shut close
return resume
resume return restart
absence absent miss
illness sick ill
unwell ill sick
epidemic outbreak virus pandemic covid coronavirus
outbreak epidemic
virus coronavirus epidemic covid
covid pandemic epidemic
coronavirus pandemic epidemic
solidarity support sympathy
sympathy solidarity
big large huge
huge large
little small
quick fast
stay remain
remain stay
normal usual
friendly friendship
ally alliance partner
alliance ally allied
neighbour neighbouring
crew team
demand need
need demand
idea concept
measure step action
assist help aid
help aid assist
role part
split divide
unite join
hotline line
village town
hill mountain
shore coast
try attempt
attempt try
plot plan
teach educate
educate teach education
girl woman
lady woman
man male
vote referendum
poll referendum election
referendum vote poll plebiscite
food meal
weather climate
tool instrument
main central
top main high
chief main
secret closed
closed private
private closed
~ remote online
~ host take
~ finish end final
coach bus
lorry truck
truck lorry
car vehicle
ride travel take
run race
race marathon run
winner win champion
champion win
medal prize
actor film
movie film
cinema film
picture film
song music
singer music
painting art
art painting exhibition
book publish
wed marry marriage
marry wed marriage
wife spouse husband
husband spouse
mother parent
father parent
born birth
birth born
aged old
eat dine dinner lunch meal
dine dinner eat
lunch meal
wear dress clothes
dress wear
suit clothes
colour paint
weigh heavy
tall height
prove show
show prove
teach train
learn study
graduate study
student pupil
professor lecturer
lecture speech
tongue language
translate interpret
interpret translate
cure treat
jab vaccine
lockdown pandemic
hit affect
affect hit
wait delay
hurry speed
speed accelerate fast
accelerate speed
reach arrive
pass cross
cross pass
stop halt
halt stop
keep maintain retain
retain keep
maintain keep
change amend alter reform
alter change amend
amend change alter
reform change
turn become
become turn
use employ
joint common
global world worldwide
worldwide world global
local regional
regional local
annual yearly
twice two
double twice
~ group organisation militant party
~ body organisation
~ group club
outfit group organisation
gang crime
seaside coastal coast sea beach
writer poet author novelist
clean fair transparent free legitimate
clothes dress wear
network web
website site online
app online
software digital
digital online cyber
computer cyber
hack cyber
credit give attribute award
~ powers countries states
go travel visit head deploy enter
stretch section part leg
section stretch part leg
worry hurt fear concern
tap valve
home back return
sea water
counter fight combat
`;
