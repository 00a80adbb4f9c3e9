"""What the first figure of a sentence states, in many wordings of each measure."""

import pytest
import spacy
from spacy.language import Language

from tasks.extract import extensions
from tasks.extract.components.figures.component import figures_of
from tasks.settings import DEFAULT_MODEL_DIR

WORDINGS: dict[str, tuple[str, ...]] = {
    "killed": (
        "The crash claimed 12 lives.",
        "Twelve people lost their lives in the fire.",
        "The attack left 12 people dead.",
        "The avalanche left at least nine dead and 20 injured.",
        "The bodies of six miners were found.",
        "Police found 39 bodies in a lorry.",
        "Twelve people were found dead in the house.",
        "The toll stands at 87.",
        "The shooting resulted in the deaths of three students.",
        "The disease has taken the lives of 400 children.",
        "Drone strikes killed up to 15 militants, including two commanders.",
        "Officials put the death toll at 120.",
        "The storm has been blamed for 13 deaths.",
        "Two of the wounded later died in hospital.",
        "Three officers were fatally shot.",
        "Security forces gunned down five suspects.",
        "At least 22 people have been confirmed dead.",
        "The gunman opened fire, killing a woman and two men.",
        "Eleven people died when the roof collapsed.",
        "The flood swept away and drowned seven people.",
        "The blast blew up a bus, with 14 fatalities.",
        "The regime executed 37 prisoners.",
        "The accident cost four workers their lives.",
        "Another six were crushed to death.",
    ),
    "injured": (
        "Another 30 sustained minor injuries.",
        "Twenty people suffered burns.",
        "Five were taken to hospital.",
        "Eight people were treated for smoke inhalation.",
        "Two passengers were hospitalized with serious injuries.",
        "The clash left 40 protesters wounded.",
        "Three people were in critical condition.",
        "The blast wounded 15 people, four of them seriously.",
        "Eleven people were rushed to local hospitals.",
        "A stampede hurt 60 worshippers.",
    ),
    "missing": (
        "Twelve hikers remain unaccounted for.",
        "Rescuers are searching for 14 missing fishermen.",
        "About 200 people are feared missing.",
        "Forty miners are trapped underground.",
    ),
    "captured": (
        "The rebels took 20 soldiers prisoner.",
        "Gunmen kidnapped 300 schoolgirls.",
        "The group is holding 12 hostages.",
        "Militants abducted 17 missionaries.",
    ),
    "displaced": (
        "More than 10,000 people were forced from their homes.",
        "About 3,000 people fled the area.",
        "The flood left 700 families homeless.",
        "Authorities ordered the evacuation of 4,000 residents.",
        "Some 90,000 refugees crossed the border.",
        "Two million people had to leave their homes.",
    ),
    "arrested": (
        "Police have taken 12 people into custody.",
        "Nineteen suspects are in custody.",
        "Officers rounded up 200 demonstrators.",
        "The raid led to 14 arrests.",
        "A court jailed three activists.",
        "Forty people were detained for questioning.",
    ),
    "deployed": (
        "The government sent 500 troops to the border.",
        "About 80 firefighters battled the blaze.",
        "Some 2,000 police officers were on duty.",
        "The operation involved 150 soldiers and six helicopters.",
        "NATO has stationed 4,000 soldiers in the region.",
        "Twelve fire engines attended the scene.",
        "The army mobilised 30,000 reservists.",
        "More than 100 rescue workers were at the scene.",
        "Three ambulances were called to the scene.",
        "The US will withdraw 2,000 troops from Syria.",
    ),
    "present": (
        "Thousands of people took to the streets of Hong Kong.",
        "About 300 people attended the ceremony.",
        "The plane was carrying 120 passengers.",
        "There were 45 students on the bus.",
        "Organisers said 50,000 people marched.",
        "The boat had 70 migrants on board.",
        "Tens of thousands rallied in the capital.",
        "More than 40 countries took part in the conference.",
        "A crowd of around 10,000 gathered outside the parliament.",
        "Dozens of protesters blocked the road.",
        "Some 80 delegates were in the hall.",
    ),
    "affected": (
        "About 20,000 customers lost electricity.",
        "The virus has infected 5,000 people.",
        "The storm damaged 300 houses.",
        "The outage hit 2 million homes.",
        "Nearly 400 passengers were stranded.",
        "One million people need food aid.",
        "The closure affects 70 schools.",
        "Some 120 people tested positive.",
        "Two cars collided.",
    ),
    "survived": (
        "Firefighters rescued 15 people.",
        "All 155 passengers survived.",
        "Twelve people were pulled alive from the rubble.",
        "Four crew members escaped unharmed.",
        "The helicopter saved six sailors.",
    ),
    "destroyed": (
        "The fire destroyed 40 homes.",
        "About 200 buildings burned down.",
        "The quake flattened 60 villages.",
        "Six tanks were destroyed.",
        "Bulldozers tore down 30 houses.",
        "Air defences shot down 12 drones.",
    ),
    "vote": (
        "Lawmakers voted 52 to 48 to pass the bill.",
        "The motion was approved by 310 votes to 220.",
        "The senator received 45% of the vote.",
        "The bill passed with 60 votes in favour.",
        "Eighty members abstained.",
    ),
    "capacity": (
        "The stadium holds 60,000 spectators.",
        "The plane can carry 150 passengers.",
        "The arena has a capacity of 20,000.",
    ),
    "other": (
        "The company sold 300 cars last year.",
        "The judge heard 12 witnesses.",
        "The book has 300 pages.",
        "He scored two goals.",
        "The party holds 120 seats.",
        "The team won six medals.",
        "The city has 500,000 inhabitants.",
        "He faces three charges.",
        "Two explosions were heard.",
        "Leaders of 27 countries signed the deal.",
        "The charity has 2,000 members.",
    ),
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    if not (DEFAULT_MODEL_DIR / "meta.json").is_file():
        pytest.skip("the language model is not trained yet")
    extensions.register()
    return spacy.load(DEFAULT_MODEL_DIR)


@pytest.mark.parametrize(
    ("text", "measure"), [(text, measure) for measure, texts in WORDINGS.items() for text in texts]
)
def test_measure(nlp: Language, text: str, measure: str) -> None:
    assert figures_of(nlp(text))[0].measure == measure
