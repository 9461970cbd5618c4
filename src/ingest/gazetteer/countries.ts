/**
 * The world's countries and territories: `names: people and things : capital`. Names are divided by `/`; the first is the
 * usual English one. Written from general knowledge.
 */
const lines = `
Afghanistan: Afghan Afghans Afghani: Kabul
Albania: Albanian: Tirana
Algeria: Algerian: Algiers
Andorra: Andorran: Andorra la Vella
Angola: Angolan: Luanda
Antigua and Barbuda/Antigua: Antiguan: Saint John's
Argentina: Argentine Argentinian Argentinean: Buenos Aires
Armenia: Armenian: Yerevan
Aruba: Aruban: Oranjestad
Australia: Australian Aussie: Canberra
Austria: Austrian: Vienna
Azerbaijan: Azerbaijani Azeri: Baku
Bahamas/The Bahamas: Bahamian: Nassau
Bahrain: Bahraini: Manama
Bangladesh: Bangladeshi: Dhaka
Barbados: Barbadian Bajan: Bridgetown
Belarus: Belarusian Belarussian: Minsk
Belgium: Belgian: Brussels
Belize: Belizean: Belmopan
Benin: Beninese: Porto-Novo
Bermuda: Bermudian: Hamilton
Bhutan: Bhutanese: Thimphu
Bolivia: Bolivian: La Paz
Bosnia and Herzegovina/Bosnia/Bosnia-Herzegovina: Bosnian: Sarajevo
Botswana: Botswanan Batswana Motswana: Gaborone
Brazil: Brazilian: Brasilia
Brunei: Bruneian: Bandar Seri Begawan
Bulgaria: Bulgarian: Sofia
Burkina Faso: Burkinabe: Ouagadougou
Burundi: Burundian: Bujumbura
Cambodia: Cambodian Khmer: Phnom Penh
Cameroon: Cameroonian: Yaounde
Canada: Canadian: Ottawa
Cape Verde/Cabo Verde: Verdean: Praia
Central African Republic: : Bangui
Chad: Chadian: N'Djamena
Chile: Chilean: Santiago
China/People's Republic of China/PRC: Chinese: Beijing
Colombia: Colombian: Bogota
Comoros: Comorian: Moroni
Congo/Republic of Congo/Republic of the Congo/Congo-Brazzaville: Congolese: Brazzaville
Democratic Republic of Congo/Democratic Republic of the Congo/DR Congo/DRC: : Kinshasa
Costa Rica: Rican: San Jose
Croatia: Croatian Croat: Zagreb
Cuba: Cuban: Havana
Cyprus: Cypriot: Nicosia
Czech Republic/Czechia/Czechoslovakia: Czech Czechoslovak: Prague
Denmark: Danish Dane Danes: Copenhagen
Djibouti: Djiboutian: Djibouti
Dominica: : Roseau
Dominican Republic: Dominican: Santo Domingo
East Timor/Timor-Leste: Timorese: Dili
Ecuador: Ecuadorian Ecuadorean: Quito
Egypt: Egyptian: Cairo
El Salvador: Salvadoran Salvadorean: San Salvador
England: English Englishman: London
Equatorial Guinea: Equatoguinean: Malabo
Eritrea: Eritrean: Asmara
Estonia: Estonian: Tallinn
Eswatini/Swaziland: Swazi: Mbabane
Ethiopia: Ethiopian: Addis Ababa
Fiji: Fijian: Suva
Finland: Finnish Finn Finns: Helsinki
France: French Frenchman Frenchwoman: Paris
Gabon: Gabonese: Libreville
Gambia/The Gambia: Gambian: Banjul
Georgia: Georgian: Tbilisi
Germany/West Germany/East Germany: German: Berlin
Ghana: Ghanaian: Accra
Gibraltar: Gibraltarian: Gibraltar
Greece: Greek: Athens
Greenland: Greenlandic Greenlander: Nuuk
Grenada: Grenadian: St George's
Guatemala: Guatemalan: Guatemala City
Guinea: Guinean: Conakry
Guinea-Bissau: : Bissau
Guyana: Guyanese: Georgetown
Haiti: Haitian: Port-au-Prince
Honduras: Honduran: Tegucigalpa
Hong Kong: Hongkonger Hongkongers: Hong Kong
Hungary: Hungarian: Budapest
Iceland: Icelandic Icelander: Reykjavik
India/Bharat: Indian: New Delhi
Indonesia: Indonesian: Jakarta
Iran/Islamic Republic of Iran/Persia: Iranian Persian: Tehran
Iraq: Iraqi: Baghdad
Ireland/Republic of Ireland/Northern Ireland: Irish Irishman: Dublin
Israel: Israeli: Jerusalem
Italy: Italian: Rome
Ivory Coast/Cote d'Ivoire/Côte d'Ivoire: Ivorian: Yamoussoukro
Jamaica: Jamaican: Kingston
Japan: Japanese: Tokyo
Jordan: Jordanian: Amman
Kazakhstan: Kazakh Kazakhstani: Astana
Kenya: Kenyan: Nairobi
Kiribati: : Tarawa
Kosovo: Kosovan Kosovar: Pristina
Kuwait: Kuwaiti: Kuwait City
Kyrgyzstan/Kyrgyz Republic: Kyrgyz Kyrgyzstani: Bishkek
Laos/Lao PDR: Laotian Lao: Vientiane
Latvia: Latvian: Riga
Lebanon: Lebanese: Beirut
Lesotho: Basotho Mosotho: Maseru
Liberia: Liberian: Monrovia
Libya: Libyan: Tripoli
Liechtenstein: : Vaduz
Lithuania: Lithuanian: Vilnius
Luxembourg: Luxembourgish: Luxembourg
Macau/Macao: Macanese: Macau
Madagascar: Malagasy Madagascan: Antananarivo
Malawi: Malawian: Lilongwe
Malaysia: Malaysian Malay: Kuala Lumpur
Maldives/The Maldives: Maldivian: Male
Mali: Malian: Bamako
Malta: Maltese: Valletta
Marshall Islands: Marshallese: Majuro
Mauritania: Mauritanian: Nouakchott
Mauritius: Mauritian: Port Louis
Mexico: Mexican: Mexico City
Micronesia: Micronesian: Palikir
Moldova: Moldovan: Chisinau
Monaco: Monegasque: Monaco
Mongolia: Mongolian Mongol: Ulaanbaatar
Montenegro: Montenegrin: Podgorica
Morocco: Moroccan: Rabat
Mozambique: Mozambican: Maputo
Myanmar/Burma: Burmese: Naypyidaw
Namibia: Namibian: Windhoek
Nauru: Nauruan: Yaren
Nepal: Nepali Nepalese: Kathmandu
Netherlands/The Netherlands/Holland: Dutch Dutchman: Amsterdam
New Caledonia: : Noumea
New Zealand: Zealander Kiwi: Wellington
Nicaragua: Nicaraguan: Managua
Niger: Nigerien: Niamey
Nigeria: Nigerian: Abuja
North Korea/DPRK/Democratic People's Republic of Korea: : Pyongyang
North Macedonia/Macedonia: Macedonian: Skopje
Norway: Norwegian: Oslo
Oman/Sultanate of Oman: Omani: Muscat
Pakistan: Pakistani: Islamabad
Palau: Palauan: Ngerulmud
Palestine: Palestinian: Ramallah
Panama: Panamanian: Panama City
Papua New Guinea: : Port Moresby
Paraguay: Paraguayan: Asuncion
Peru: Peruvian: Lima
Philippines/The Philippines: Filipino Filipina Philippine: Manila
Poland: Polish Pole Poles: Warsaw
Portugal: Portuguese: Lisbon
Puerto Rico: : San Juan
Qatar: Qatari: Doha
Romania: Romanian: Bucharest
Russia/Russian Federation: Russian: Moscow
Rwanda: Rwandan: Kigali
Saint Kitts and Nevis/St Kitts and Nevis: : Basseterre
Saint Lucia/St Lucia: : Castries
Saint Vincent and the Grenadines/St Vincent and the Grenadines: Vincentian: Kingstown
Samoa: Samoan: Apia
San Marino: : San Marino
Sao Tome and Principe: : Sao Tome
Saudi Arabia/Kingdom of Saudi Arabia/KSA: Saudi Saudis: Riyadh
Scotland: Scottish Scot Scots: Edinburgh
Senegal: Senegalese: Dakar
Serbia/Yugoslavia: Serbian Serb Serbs Yugoslav: Belgrade
Seychelles: Seychellois: Victoria
Sierra Leone: Leonean: Freetown
Singapore: Singaporean: Singapore
Slovakia/Slovak Republic: Slovak Slovakian: Bratislava
Slovenia: Slovenian Slovene: Ljubljana
Solomon Islands: : Honiara
Somalia: Somali: Mogadishu
Somaliland: : Hargeisa
South Africa: : Pretoria
South Korea/Republic of Korea/Korea: Korean Koreans: Seoul
South Sudan: : Juba
Soviet Union/USSR: Soviet Soviets: Moscow
Spain: Spanish Spaniard Spaniards: Madrid
Sri Lanka: Lankan: Colombo
Sudan: Sudanese: Khartoum
Suriname: Surinamese: Paramaribo
Sweden: Swedish Swede Swedes: Stockholm
Switzerland: Swiss: Bern
Syria: Syrian: Damascus
Taiwan: Taiwanese: Taipei
Tajikistan: Tajik: Dushanbe
Tanzania: Tanzanian: Dodoma
Thailand: Thai: Bangkok
Togo: Togolese: Lome
Tonga: Tongan: Nuku'alofa
Trinidad and Tobago/Trinidad: Trinidadian: Port of Spain
Tunisia: Tunisian: Tunis
Turkey/Turkiye/Türkiye: Turkish Turk Turks: Ankara
Turkmenistan: Turkmen: Ashgabat
Tuvalu: : Funafuti
Uganda: Ugandan: Kampala
Ukraine: Ukrainian: Kyiv
United Arab Emirates/UAE/U.A.E./Emirates: Emirati Emiratis: Abu Dhabi
United Kingdom/UK/U.K./Great Britain/Britain: British Briton Britons Brits Brit: London
United States/United States of America/USA/US/U.S./U.S.A./America: American Americans: Washington
Uruguay: Uruguayan: Montevideo
Uzbekistan: Uzbek: Tashkent
Vanuatu: Vanuatuan: Port Vila
Vatican/Vatican City/Holy See: : Vatican City
Venezuela: Venezuelan: Caracas
Vietnam/Viet Nam: Vietnamese: Hanoi
Wales: Welsh Welshman: Cardiff
Western Sahara: Sahrawi: Laayoune
Yemen: Yemeni: Sanaa
Zambia: Zambian: Lusaka
Zimbabwe: Zimbabwean: Harare
`;

export interface Country {
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
  readonly capital: string;
}

export const countries: readonly Country[] = lines
  .trim()
  .split('\n')
  .map((line) => line.split(':').map((part) => part.trim()))
  .map(([names = '', demonyms = '', capital = '']) => ({
    names: names.split('/'),
    demonyms: demonyms.split(' ').filter((word) => word !== ''),
    capital,
  }));

/** Peoples, religions and movements: adjectives that begin with a capital and name no organisation. */
export const peoples: ReadonlySet<string> = new Set(
  countries
    .flatMap(({ demonyms }) => demonyms.flatMap((word) => [word, `${word}s`]))
    .concat(
      `African Africans European Europeans Asian Asians Arab Arabs Arabic Latin Latino Latinos Hispanic Hispanics Jewish Jew Jews Muslim Muslims Islamic Islamist Islamists
Christian Christians Catholic Catholics Protestant Protestants Anglican Orthodox Hindu Hindus Sikh Sikhs Buddhist Buddhists Sunni Sunnis Shia Shiite Shiites Shi'ite
Kurdish Kurd Kurds Tamil Tamils Sinhalese Bengali Punjabi Pashtun Pashto Hazara Uyghur Uyghurs Uighur Rohingya Tibetan Tibetans Hausa Yoruba Igbo Zulu Xhosa Maori Aboriginal
Inuit Creole Hebrew Urdu Hindi Mandarin Cantonese Swahili Russian-speaking Western Westerners Eurasian Caribbean-born Baltic Balkan Nordic Scandinavian Slavic Caucasian
Republican Republicans Democrat Democrats Democratic Labour Conservative Conservatives Tory Tories Liberal Liberals Communist Communists Socialist Socialists Marxist Maoist Nazi Nazis Zionist
Indigenous Maasai Inca Incas Aztec Aztecs Mayan Maya Inuktitut Cree Mohawk Zapatista Bengalis Wolof Fulani Ewe Akan Shona Ndebele Tswana Sotho Venda Afrikaans Afrikaner Kikuyu Luo Somalis Tutsi Tutsis Hutu Hutus Pashtuns Uzbeks Tajiks Turkic Mongolian-speaking Amerindian Quechua Aymara Guarani Mapuche Miskito Rastafarian Evangelical Pentecostal Methodist Lutheran Presbyterian Baptist Jain Parsi Dalit Dalits Brahmin Naga Kuki Meitei Soviet-era Cold-War Gulf-based US-based UK-based Afro-American African-American African-Americans Indo-Pacific Anglo-Saxon Bedouin Berber Chechen Chechens Crimean Catalan Basque Flemish Bavarian
Californian Texan New-Yorker Londoner Londoners Parisian Muscovite Kashmiri Gujarati Marathi Malayalam Telugu Kannada Sindhi Baloch Balochi Sahelian Andean Amazonian Antarctic Arctic-based Mediterranean-style Palestinian-American Mexican-American`.split(
        /\s+/,
      ),
    ),
);
