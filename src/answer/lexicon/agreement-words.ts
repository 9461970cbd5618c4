/** Treaties, decisions, what is approved, refused, put off or kept up. One group of like words a line; `synonyms.ts` says how they are read. */
export const agreementWords = `
treaty pact accord agreement deal convention
~ treaty document memorandum agreement protocol declaration
memorandum memo mou memoranda
sign conclude ink initial
~ sign approve adopt agree
approve back endorse adopt clear nod pass okay bless authorise allow
~ approve agree accept support confirm
adopt pass approve
ratify approve
support back endorse favour
refuse decline reject rebuff spurn
~ refuse object oppose block
block veto obstruct stop prevent
oppose object against resist
suspend halt pause freeze abeyance stop stuck stall shelve
paper document memorandum
~ suspend stop end cancel
cancel scrap drop
postpone delay
resume restart reopen renew restore
cut reduce lower slash
grow rise increase climb surge jump soar expand
fall drop decline decrease shrink
recognise recognition acknowledge
relation tie link bond
~ relation diplomatic friendship
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
aim target goal
target aim
reach attain achieve
build construct construction
~ build railway project
project scheme
construct build
site place venue ground
ground range site
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
finalise complete conclude
conclude clinch seal
complete finalise finish conclude
resolve settle solve
solve settle resolve
renounce abandon
abandon renounce
extend prolong renew
prolong extend
expire lapse
defer postpone delay
postpone defer delay
mediate broker
broker mediate negotiate
contract deal agreement
deal contract agreement accord
accord treaty agreement deal pact
protocol agreement document
effect force
valid force
allow permit let enable grant
let allow permit
permit allow
enable allow
foster promote
boost strengthen increase
strengthen boost deepen
deepen strengthen
forge build
link connect
set establish
~ agree sign decide consensus
consensus agreement
clause article point
backing support approve
stance position line view
formula solution
merger unite combine
pact alliance treaty
alliance pact treaty
scrap cancel abandon drop end
drop abandon scrap
tear cancel scrap
break suspend cancel
lift end remove
restore resume renew return
renew restore resume extend
~ mend restore normalise settle
normalise restore mend
mend restore repair
repair mend fix
fix settle resolve agree
patch settle
veto block reject
thumb approve
rubber approve
clear approve
ok approve
blessing approve
pledge promise vow
seal sign conclude agree
clinch sign win agree
wrap conclude complete end
commit pledge promise
honour keep
breach violate break
violate breach break
comply obey
draft prepare text
text draft document wording
wording text
pen sign write
sign pen ink
call convene
~ open launch begin start
~ create set
~ end expire
begin commence start
commence begin start
negotiate agree conclude talk discuss
settle resolve agree convention status
hammer negotiate
convention treaty pact
~ grant make give
shake agree
`;
