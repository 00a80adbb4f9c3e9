"""Currencies: ISO 4217 codes, and the signs and words that news writes for them."""

SIGNS: dict[str, str] = {
    "US$": "USD", "US $": "USD", "$US": "USD", "$": "USD", "A$": "AUD", "$A": "AUD", "AU$": "AUD", "AUD$": "AUD",
    "C$": "CAD", "CA$": "CAD", "CDN$": "CAD", "Can$": "CAD", "NZ$": "NZD", "$NZ": "NZD", "HK$": "HKD",
    "HK $": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "RM": "MYR", "Rs.": "INR",
    "Rs": "INR", "₹": "INR",
    "€": "EUR", "£": "GBP", "¥": "JPY", "CN¥": "CNY", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₪": "ILS", "₩": "KRW",
    "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₸": "KZT", "₾": "GEL", "kr": "SEK", "zł": "PLN", "CHF": "CHF",
    "₡": "CRC", "₭": "LAK", "₿": "XBT", "Mex$": "MXN", "元": "CNY",
    "PS": "GBP", "Y=": "JPY",  # what plain text makes of the signs of the pound and the yen
}  # fmt: skip
# A noun alone; most names of currencies belong to one country only, for the others the commonest in news is taken.
NOUNS: dict[str, str] = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound sterling": "GBP", "quid": "GBP", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB", "rupee": "INR", "hryvnia": "UAH",
    "hryvnias": "UAH", "shekel": "ILS", "rial": "IRR", "toman": "IRR", "riyal": "SAR", "lira": "TRY", "dirham": "AED",
    "naira": "NGN", "rand": "ZAR", "baht": "THB", "dong": "VND", "ringgit": "MYR", "rupiah": "IDR", "peso": "MXN",
    "real": "BRL", "reais": "BRL", "zloty": "PLN", "forint": "HUF", "koruna": "CZK", "taka": "BDT", "afghani": "AFN",
    "birr": "ETB", "cedi": "GHS", "shilling": "KES", "kyat": "MMK", "tenge": "KZT", "franc": "CHF", "bolivar": "VES",
    "lari": "GEL", "leu": "RON", "lev": "BGN", "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK",
    "kwacha": "ZMW", "bitcoin": "XBT",
}  # fmt: skip
# A country's adjective before the noun.
QUALIFIED_NOUNS: dict[str, str] = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "new zealand dollar": "NZD", "hong kong dollar": "HKD", "singapore dollar": "SGD",
    "taiwan dollar": "TWD", "british pound": "GBP", "egyptian pound": "EGP", "lebanese pound": "LBP",
    "syrian pound": "SYP", "sudanese pound": "SDG", "indian rupee": "INR", "pakistani rupee": "PKR",
    "sri lankan rupee": "LKR", "nepalese rupee": "NPR", "danish crown": "DKK", "danish krone": "DKK",
    "danish kroner": "DKK", "norwegian crown": "NOK", "norwegian krone": "NOK", "norwegian kroner": "NOK",
    "swedish crown": "SEK", "swedish krona": "SEK", "swedish kronor": "SEK", "czech crown": "CZK",
    "czech koruna": "CZK", "russian ruble": "RUB", "russian rouble": "RUB", "belarusian ruble": "BYN",
    "chinese yuan": "CNY", "japanese yen": "JPY", "israeli shekel": "ILS", "new israeli shekel": "ILS",
    "iranian rial": "IRR", "omani rial": "OMR", "yemeni rial": "YER", "saudi riyal": "SAR", "qatari riyal": "QAR",
    "turkish lira": "TRY", "south african rand": "ZAR", "swiss franc": "CHF", "mexican peso": "MXN",
    "argentine peso": "ARS", "chilean peso": "CLP", "colombian peso": "COP", "philippine peso": "PHP",
    "cuban peso": "CUP", "brazilian real": "BRL", "brazilian reais": "BRL", "iraqi dinar": "IQD",
    "kuwaiti dinar": "KWD", "jordanian dinar": "JOD", "libyan dinar": "LYD", "algerian dinar": "DZD",
    "tunisian dinar": "TND", "serbian dinar": "RSD", "moroccan dirham": "MAD", "emirati dirham": "AED",
    "kenyan shilling": "KES", "ugandan shilling": "UGX", "tanzanian shilling": "TZS", "somali shilling": "SOS",
    "south korean won": "KRW", "korean won": "KRW", "polish zloty": "PLN", "hungarian forint": "HUF",
    "romanian leu": "RON", "bulgarian lev": "BGN", "ukrainian hryvnia": "UAH", "cfa franc": "XOF",
    "congolese franc": "CDF", "rwandan franc": "RWF", "venezuelan bolivar": "VES",
}  # fmt: skip
# Parts of a currency; which currency stays open, so the part is the unit.
SMALL_CHANGE: dict[str, str] = {
    "cent": "cent", "pence": "penny", "penny": "penny", "kopeck": "kopeck", "sen": "sen", "p": "penny", "¢": "cent",
}  # fmt: skip
POUND = "GBP"
LEAST_MONEY_POUNDS = 1000.0  # "pounds" below it are weights unless the text says sterling
