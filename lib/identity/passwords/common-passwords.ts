/** Passwords of eight and more characters that lead the lists of leaked ones, in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
    00000000 0123456789 0987654321 10203040 102030405060 11111111 11223344 1122334455 12121212 123123123 123321123
    12341234 123454321 123456123 12345678 123456789 1234567890 123456abc 123456qwe 12345abc 1234qwer 123qweasd
    13145200 1314520a 13579246 135792468 147258369 147852369 159357456 1a2b3c4d 1a2b3c4d5e 1q2w3e4r 1q2w3e4r5t
    1qaz2wsx 1qazxsw2 20202020 22222222 24681012 31415926 314159265 33333333 44444444 52013145 5201314520
    520520520 55555555 66666666 741852963 77777777 789456123 87654321 88888888 987654321 99999999 a1234567
    a12345678 a123456789 a1b2c3d4 a1b2c3d4e5 a5201314 aa123456 aa12345678 aaa123456 aaaa1111 abab1212 abc12345
    abc123456 abc123abc abcd1234 abcd12345 abcdef123 abcdefg1 abcdefgh admin123 admin1234 admin12345 adminadmin
    administrator aini1314 alexander alexandra alexandre andrew123 apple123 arsenal1 arsenal123 as123456 asd12345
    asd123456 asdf1234 asdfasdf asdfghjk asdfghjkl asdfqwer ashley123 asshole1 autumn2024 autumn2025 autumn2026
    azerty123 azerty1234 azertyuiop babygirl babygirl1 barcelona barcelona1 baseball baseball1 basket123
    basketball batman123 beijing1 beijing2008 bienvenue bienvenue1 blessed1 blink182 bonjour1 bonjour12 bonjour123
    butterfly callofduty caonima1 caonima123 changeme changeme1 changeme123 charging charging1 charlie1 chelsea1
    chenchen china123 china888 chocolat chocolate chouchou computer computer1 cookie123 correcthorsebatterystaple
    corvette counterstrike daniel123 december default1 doudou123 dragon123 eminem123 energy123 facebook facebook1
    february ferrari1 flower123 football football1 football12 fortnite freedom1 friday13 fuckyou1 fuckyou123
    ginger123 godisgood goodluck google123 guest123 guest1234 hello123 hello1234 hellohello helloworld honda123
    ilovegod ilovehim iloveyou iloveyou1 iloveyou2 instagram internet internet1 january1 jennifer jennifer1
    jessica1 jesus123 jesuschrist jetaime1 jetaime2 jordan23 juventus killer123 letmein1 letmein12 letmein123
    letmeinnow linkedin liuliu123 liverpool liverpool1 login123 loginlogin loulou123 lovelove lovely123 manchester
    marseille marseille13 master123 mercedes metallica michael1 michelle michelle1 microsoft minecraft minecraft1
    monday123 monkey123 motdepasse motdepasse1 mustang1 mypassword mysecret newpassword nicolas1 nihao123 nirvana1
    november2026 openbook openbook1 openbook123 p@ssw0rd p@ssword pa55w0rd pa55word pass1234 pass12345 passw0rd
    passw0rd1 password password! password1 password1! password12 password123 password123! password1234 passwort
    passwort1 pepper123 pokemon1 pokemon123 porsche1 princess princess1 q123456789 q1w2e3r4 qaz123456 qazwsxedc
    qq123456 qq12345678 qwe123qwe qweasdzxc qwer1234 qwerasdf qwerty123 qwerty1234 qwerty12345 qwertyui qwertyuiop
    qwertz123 qwertzuiop rainbow1 realmadrid roblox123 root1234 rootroot s12345678 samsung1 samsung123 scooter1
    secret12 secret123 shadow123 shanghai shanghai1 slipknot snoopy123 soleil123 spiderman spring2024 spring2025
    spring2026 starwars starwars1 summer2023 summer2024 summer2025 summer2026 sunshine sunshine1 superman
    superman1 taobao123 test1234 test12345 testing1 testing123 testtest thomas123 topsecret toyota123 trustno1
    user1234 w123456789 wang1234 wangwang welcome1 welcome12 welcome123 welcome2024 welcome2025 welcome2026
    whatever whatever1 whatsapp windows1 windows10 winter2023 winter2024 winter2025 winter2026 woaini123
    woaini1314 woaini520 woaini521 woshishui wsx123456 xiaoming xiaoming1 yamaha123 yourpassword z123456789
    z1x2c3v4 zaq12wsx zaq1zaq1 zhang123 zhang1234 zxc123456 zxcvbnm1 zxcvbnm12 zxcvbnm123 zxcvbnmm zz123456
  `
    .trim()
    .split(/\s+/),
)
