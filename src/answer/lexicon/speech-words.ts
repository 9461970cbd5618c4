/** What is said and how: announcing, praising, warning, asking. One group of like words a line; `synonyms.ts` says how they are read. */
export const speechWords = `
idea proposal suggestion
say state tell declare remark comment announce note assert claim mention
say reckon expect think predict
~ say statement announce report speak speech
announce reveal declare unveil disclose
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
propose suggest offer float moot pitch present
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
verify confirm corroborate
confirm verify
warn caution alert
praise laud hail applaud welcome
mock joke tease jest
thank gratitude
fear afraid worry concern dread anxious
~ fear undesirable concern
hope wish want
express voice convey
convey express
voice express
write letter
send write dispatch
assure promise reassure
reassure assure
stress emphasise underline highlight
emphasise stress underline highlight
underline stress emphasise
highlight stress emphasise
justify defend excuse
defend justify
joke jest quip tease
reply answer respond
answer reply respond
question ask query
comment remark word statement
remark comment word statement
explain describe account
account report readout
readout account report statement
report account
inform tell brief
brief inform
concede admit acknowledge
accept admit acknowledge recognise
mourn honour commemorate
honour mourn commemorate
commemorate mark remember honour celebrate
remember commemorate
threaten warn
rebuke criticise condemn
predict forecast expect
expect forecast predict due
due expect
congratulate greet
feel feeling
mention cite refer
cite mention quote
quote cite
publish release print
release publish issue
issue publish release
~ speak speech address say
~ ask want call
~ brief present
news report announce
reveal unveil disclose tell
disclose reveal
unveil reveal present launch
present unveil
complain protest criticise
hit criticise attack
lash criticise
rap criticise
slam criticise condemn attack
rubbish deny reject dismiss
dismiss reject deny
deny reject dismiss
vow pledge promise
hint suggest
suggest propose hint
warn alert threaten
salute praise congratulate
hail praise welcome
cheer welcome praise
champion support promote
explain say state tell
say tell state explain note speak
label call brand term
brand call label
liken compare
compare liken
joke laugh smile
laugh joke smile
smile laugh joke
feel happy glad hope
happy glad pleased delighted
glad happy pleased
pleased happy glad
sad regret sorry
sorry regret apologise
apology apologise sorry
angry protest
fear worry concern
worry fear concern
press urge
push urge call promote
demand call urge
plea appeal call
appeal call plea
beg ask plea appeal
invite ask
chat talk conversation
conversation talk chat
reporter journalist press
press reporter journalist
media press reporter journalist
outlet media paper
newspaper paper
cover report
tweet post write
~ set explain announce
~ explain brief
claim allege
allege claim accuse
denial deny
~ behind claim
greeting congratulate message
congratulate greet greeting
greet congratulate
birthday anniversary centenary
centenary anniversary century hundred
`;
