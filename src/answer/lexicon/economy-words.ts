/** Trade, money, energy, transport, land. One group of like words a line; `synonyms.ts` says how they are read. */
export const economyWords = `
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
flight plane
plane aircraft jet
helicopter chopper crash
crash accident
bank lender
loan credit lend
grant aid
bill cost price
price cost
purchase buy
purchase acquire
sell supply
export sell
import buy purchase
deficit gap shortfall imbalance
surplus excess
share percentage proportion percent
percent percentage
length long kilometre
kilometre km
tonne ton
money fund cash
invest investment
build construct construction
~ build railway project
project scheme
scheme initiative plan project
income revenue
wage salary
salary pay wage
population inhabitant
coach bus
bus coach
train rail
plane aeroplane airplane aircraft jet
pipe pipeline
pipeline pipe
spend pay
pay spend cost
invest put
put invest
earn salary pay
worth value
value worth
tariff duty
goods product merchandise
product goods
supplier source provider
source supplier origin
buyer importer customer
sale export
supermarket shop store
territory land area
land territory
cosmodrome spaceport
spaceport cosmodrome
reactor plant
factory plant
electricity power
lender bank
corridor route path
route corridor path
crossing checkpoint gate
checkpoint crossing
shipment delivery cargo
cargo freight
consignment shipment
venture project company
firm company business
company firm
~ flight airline air
~ double increase
tax duty tariff levy
levy tax
cash money fund
money cash fund dollar rouble rupee yuan
fund finance money
finance fund pay
subsidy grant
grant fund give
donate give
gift give present
cost price worth
cheap discount
discount cheap
fee pay charge
charge fee
rent lease
lease rent
buy purchase acquire import
order buy
deliver supply ship
supply deliver provide
provide supply give
boom grow rise
double rise
soar rise jump
plunge fall drop
slump fall drop
shrink fall reduce
gap deficit
turnover trade volume
volume turnover amount
output production
produce make manufacture
make produce build
manufacture produce make
build construct erect
erect build raise
bridge cross
airline carrier flight
carrier airline
fly flight
flight fly
sail ship
voyage trip
cargo goods
petrol fuel oil
fuel petrol oil gas
power energy
atomic nuclear
dam hydropower
hydropower dam
acre land
acreage land
farmland land
harvest crop
crop harvest
grain wheat
job work employ
employ work job
worker labour migrant
migrant worker labour
renounce cede abandon
pay cost price dollar
fly flight air plane
rent lease pay price
`;
