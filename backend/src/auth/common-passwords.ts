const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Words that stay a common password whatever digits and signs stand around them. */
export const COMMON_STEMS = words(`
  password passwords passw passwd passwort motdepasse contrasena senha parola haslo wachtwoord salasana
  qwerty qwertyui qwertyuio qwertyuiop qwertz qwertzuiop azerty azertyuiop asdfgh asdfghjk asdfghjkl asdf zxcvbn zxcvbnm
  qazwsx qazwsxedc qweasd qweasdzxc
  letmein letmeinnow openup opensesame welcome welcomeback hello helloworld iloveyou loveyou lovely love trustno
  admin administrator root superuser sysadmin login signin guest user username changeme changethis default temporary
  temp test testing tester testtest demo sample example secret secrets topsecret secure security private access
  master mastermind monkey dragon dragonball sunshine princess prince superman batman spiderman ironman starwars
  pokemon pikachu naruto football baseball basketball soccer hockey liverpool chelsea arsenal barcelona realmadrid
  manchester manchesterunited juventus shadow michael jennifer jordan jessica charlie daniel ashley michelle thomas
  robert matthew andrew joshua anthony hunter hunting ranger killer pepper ginger cookie cheese chocolate banana orange
  computer internet windows microsoft google facebook linkedin instagram twitter youtube android samsung iphone apple
  summer winter spring autumn january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday whatever nothing blink freedom forever flower butterfly
  parley chat team company office work business abc abcd abcdef abcdefg abcdefgh alphabet mustang ferrari porsche mercedes
  corvette harley yamaha jesus jesuschrist godisgood blessed blessing angel angels heaven lucky happy friends friend
  family mother father daddy mommy sister brother baby babygirl sweetheart sweety honey lovers tigger buster bailey
`);

/** Common passwords of ten characters and more that are more than a stem with ornaments. */
export const COMMON_PASSWORDS = words(`
  1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 1qaz@wsx3edc
  !qaz2wsx3edc !qaz@wsx#edc zaq12wsxcde3 zaq1xsw2cde3 zaq1zaq1zaq1 qaz123wsx456 qwe123asd456 qwe123qwe123 qweasdzxc123
  q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 qwer1234asdf qwerasdfzxcv qwertyasdfgh qwerty1234567890
  qwertyqwerty asdfghjkl;' asdfasdfasdf asdf1234asdf asdqwe123zxc zxcvbnm,./ zxcvbnmasdfghjkl poiuytrewq lkjhgfdsa
  mnbvcxzlkj mnbvcxzasdfghjkl 0987654321 1234567890 12345678910 123456789a 123456789q 123456789abc 1234567891 12345678901
  123456789012 1234567890q 1234567890a 123456654321 12345678900 1234512345 1234554321 123123123123 1231231234 1029384756
  102938475610 0123456789 01234567890 9876543210 98765432100 987654321a 147258369a 1472583690 147852369a 1478523690
  7894561230 789456123a 741852963a 7418529630 159357159357 159753456852 1593572468 1357924680 2468013579 1112223334
  1122334455 112233445566 11223344556 5544332211 1212121212 1313131313 1010101010 2020202020 1020304050 0102030405
  0102030405060708 3141592653 31415926535 3141592654 2718281828 1123581321 11235813213 1618033988 1234qwerasdf
  1234qwerasdfzxcv 123qweasdzxc 123qwe123qwe 123qwe!@#qwe 1q1q1q1q1q a1b2c3d4e5 a1b2c3d4e5f6 a1s2d3f4g5 a1s2d3f4g5h6
  aa12345678 aa123456789 ab12345678 ab123456789 abc1234567 abc123abc123 abcd123456 abcd12345678 abcde12345 abcdef123456
  a123456789 a1234567890 a12345678a q123456789 q1234567890 z123456789 w123456789 s123456789 m123456789 k123456789
  qq123456789 aaa123456789 aass123456 zxc123456789 asd123456789 qwe123456789 qwe1234567 asd1234567 zxc1234567
  password1password2 passwordpassword password123password mypassword mypassword1 mypassword123 thisismypassword
  newpassword newpassword1 oldpassword yourpassword ourpassword nopassword passwordis password1234! passw0rd123!
  adminadmin admin123admin adminpassword rootpassword rootroot123 userpassword testpassword testtest123 testuser123
  defaultpassword temppassword temporarypassword secretpassword supersecret supersecret123 verysecret changemenow
  changemeplease pleasechangeme changeit123 letmeinplease letmein1234! letmein!@# welcometo welcome2020! welcome2024!
  welcomehome welcome1welcome iloveyou1234 iloveyousomuch iloveyouforever iloveyoubaby iloveyou2 iloveyoutoo ilovemyself
  ilovemyfamily ilovemymom ilovemydad ilovejesus ilovegod1 ilovemusic ilovemycat ilovemydog loveyouforever lovelove123
  loveislove mylovemylove foreverlove truelove123 trustnoone trustno1trustno1 nevergiveup dontforget forgetmenot
  rememberme remember123 idontknow idontknow1 dontknow123 whatever123! nothing123 noidea1234 fuckyou123 fuckyou1234
  fuckyoufuckyou fuckoff123 motherfucker bullshit123 asshole123 bitchbitch sexsexsex1 sexygirl123 hotmail.com
  hotmail123 gmail.com123 yahoo.com123 facebook.com facebook123 google.com123 youtube.com myspace123 internet123
  computer123 windows10pro windows12345 microsoft123 playstation playstation1 playstation2 playstation3 playstation4
  playstation5 xboxone123 nintendo123 minecraft1 minecraft123 counterstrike callofduty1 callofduty2 callofduty4
  leagueoflegends worldofwarcraft warcraft3 dragonballz dragonball1 harrypotter harrypotter1 lordoftherings starwars123
  startrek123 spiderman123 superman123 batman12345 thedarkknight darthvader skywalker1 lukeskywalker jamesbond007
  jamesbond1 chucknorris mickeymouse mickeymouse1 minniemouse donaldduck winniethepooh winniepooh tinkerbell tinkerbell1
  hellokitty hellokitty1 spongebob1 spongebob123 scoobydoo1 scoobydoo123 bugsbunny1 tweetybird cinderella cinderella1
  rockandroll rocknroll1 metallica1 metallica666 ironmaiden1 ironmaiden666 slipknot666 linkinpark1 linkinpark nirvana123
  greenday123 acdcacdc12 backstreet onedirection justinbieber michaeljackson michael123 michaeljordan jordan2323
  kobebryant24 cristiano7 cristianoronaldo ronaldo123 messi12345 lionelmessi manutd1234 manchester1 manchesterunited1
  liverpool123 liverpoolfc arsenal123 arsenal1234 chelsea123 chelseafc1 barcelona10 barcelona123 realmadrid1 realmadrid123
  juventus123 galatasaray fenerbahce besiktas1903 galatasaray1905 dallascowboys newyorkyankees redsox2004 steelers123
  baseball123 basketball1 basketball123 football123 volleyball volleyball1 skateboard snowboard1 snowboarding
  cheerleader gymnastics swimming123 motocross1 motorcycle mustang1967 mustang123 chevrolet1 lamborghini ferrari123
  volkswagen mercedes123 mercedesbenz harleydavidson blackberry strawberry strawberry1 watermelon pineapple1 chocolate1
  chocolate123 chocolatecake icecream123 cheesecake butterfly1 butterfly123 butterflies dragonfly1 hummingbird
  blackbird1 littlebird greentree1 bluesky123 sunshine123 sunshine1! moonlight1 moonlight123 starlight1 nightmare1
  midnight12 blackwhite whiteblack purplerain blackcat13 blackdog12 goldfish12 angelsanddemons angel12345 angels1234
  princess123 princess1! babygirl123 babygirl12 babyblue12 sweetheart1 sweetdreams lovelygirl beautiful1 beautiful123
  gorgeous12 handsome12 girlpower1 superstar1 superstar123 rockstar123 champion123 warrior123 gladiator1 terminator
  terminator2 exterminate predator123 destroyer1 assassin123 assassins1 alexander1 alexander123 christopher christopher1
  christian1 christian123 christine1 christina1 nicholas123 benjamin123 jonathan123 elizabeth1 elizabeth123 victoria123
  stephanie1 samantha123 alexandra1 alexandria gabriella1 isabella123 anastasia1 charlotte1 jacqueline washington
  california california1 newyorkcity newyork123 losangeles sanfrancisco philadelphia australia1 australia123 england123
  scotland123 germany123 deutschland deutschland1 switzerland netherlands argentina1 argentina123 brasil2014 colombia123
  mexico1234 portugal123 southafrica philippines indonesia1 indonesia123 pakistan123 pakistan1234 hindustan1 bangladesh
  jesus12345 jesuschrist1 jesusislord jesuslovesme jesus4ever godislove1 godislove godisgreat godisgood1 blessed123
  thankyougod hallelujah alhamdulillah bismillah1 bismillah786 allahuakbar krishna123 harekrishna jaishreeram
  omnamahshivaya waheguru123 correcthorsebatterystaple thequickbrownfox tobeornottobe opensesame1 abracadabra
  supercalifragilistic mississippi onetwothree onetwothreefour abcdefghijk abcdefghijklmnop abcdefghijklmnopqrstuvwxyz
  p@ssw0rd123 p@ssword123 pa$$w0rd123 passw0rd1234 pa55word123 administrator1 admin@1234 admin12345! root123456
  test123456 test1234567 user123456 guest123456 demo123456 hello12345 hello123456 login12345 secret1234 master1234
  monkey12345 dragon1234 qwerty12345 qwerty123456 qwerty1234! azerty12345 azerty123456 asdf123456 zxcvbn123456
`);
