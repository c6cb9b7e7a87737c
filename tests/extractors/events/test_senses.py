"""Senses of words, told apart by what stands around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thousands filled the streets of Mirpur in support of the president.", "Protest"),
        ("A large crowd gathered outside the ministry in Mirpur.", "Protest"),
        ("Police broke up a rally in Mirpur that demanded the candidate's release.", "Protest"),
        ("The mine dismissed miners who refused to go back to work.", "Protest"),
        ("Unpaid miners hemmed in the director in his office.", "Protest"),
        ("President Amaral gave the visiting premier a warm welcome.", "Consult"),
        ("Lifting the ban is out of the question, the minister said.", "Reject"),
        ("A bus struck a mine near Mirpur.", "Attack"),
        ("Nine people were dead after the shelling of Mirpur.", "Attack"),
        ("The senator clashed with the governor over taxes.", "Accuse"),
        ("Senators watched as rebels clashed with troops.", "Attack"),
        ("Ann Muster was released by her employer in May.", "Lead"),
        ("The farmer shot himself and two others in Mirpur.", "Attack"),
        ("Rebels released a worker of the company on Friday.", "Retreat"),
        ("Police drove off a crowd of students.", "Coerce"),
        ("Thieves stole two paintings from a museum in Mirpur.", "Crime"),
        ("Four inmates broke out of prison on Monday.", "Crime"),
        ("Officers pulled over the senator's son on the highway.", "Coerce"),
        ("Ann Muster, a former president, died of cancer in Mirpur.", "Life"),
        ("The banker shot himself in his office.", "Life"),
        ("The driver died at home in Mirpur.", "Life"),
        ("The bank has bought a rival for 90 million euros.", "Business"),
        ("The carmaker unveiled a new electric van in Lisbon.", "Business"),
        ("The airline filed for bankruptcy on Wednesday.", "Business"),
        ("The carmaker began production of the van in May.", "Business"),
        ("The airline cut 1,200 jobs in March.", "Lead"),
        ("The navy captured three boats off Mirpur.", "Coerce"),
        ("The air force selected a company to build the tankers.", "Cooperate"),
        ("The driver hit a cyclist and drove off.", "Crime"),
        ("The novelist won the Booker Prize for her trilogy.", "Award"),
        ("The comedian will host the Oscars in February.", "Award"),
        ("The ministry curbed the press with a tax on paper.", "Coerce"),
        ("Critics slammed the minister over the deaths.", "Accuse"),
        ("Hackers released dozens of hostages on Friday.", "Retreat"),
        ("The officers toppled the government of President Amaral.", "Lead"),
        ("Norland and Mirpur suspended joint operations on Monday.", "Sanction"),
        ("The league censured its treasurer on Friday.", "Accuse"),
        ("The mayor asked the army to clear the roads.", "Request"),
        ("Senator Ivan Muster attacked Ann Example in a speech.", "Accuse"),
        ("Senator Ivan Muster attacked Ann Example with a knife after a speech.", "Attack"),
        ("The army exchanged 200 prisoners of war on Monday.", "Retreat"),
        ("Agents executed a search warrant at a house in Mirpur.", "Coerce"),
        ("Both sides agreed that troops would withdraw from the town.", "Agree"),
    ],
)
def test_a_word_is_taken_in_the_sense_that_its_sentence_shows(read_drafts: Read, text: str, kind: str) -> None:
    assert kind in {t.claim.type for t in read_drafts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Demand for loans fell in March.",
        "At a rally in Mirpur the nominee said that she would win.",
        "The away side stole a late win in Mirpur.",
        "The family escaped unhurt.",
        "The language is best acquired young.",
        "Old habits die hard.",
        "The new owner took over the bar.",
        "Republicans did well up and down the ballot on Tuesday.",
        "Carl Muster visited his sister in Mirpur last week.",
        "They would not let the minister leave for three hours.",
        "The suspect flew into Lisbon on a false passport.",
        "Striking mine shafts draw tourists to Mirpur.",
        "A blast of cold air from the north will reach the coast.",
        "For years they tried to save money.",
        "The choir sang in the square for an hour.",
        "The miners sang in the church.",
        "A taxi driver hit a passenger with a hammer.",
        "The team replaced coach Ann Brown with Ivo Marsh.",
        "The driver drove off to the coast.",
        "The photographer captured the ship at dawn.",
        "Carl Muster slammed into the barrier.",
        "Hackers released thousands of pages of letters.",
        "The wind toppled a tower.",
        "The gunman entered the party at nine.",
        "Police in Mirpur were searching for a man in a green coat.",
        "The governor insisted on holding the meal in the garden.",
        "Her aides say she has widespread public support.",
        "The ship is back in port, the release said.",
        "He moaned that his knee hurt.",
        "The office upheld the company's protest.",
        "It is the longest bridge proposed to date.",
        "The minister shrugged when asked to elaborate.",
        "Nine clerks run the Mirpur War Memorial Website from a cellar.",
        "The firm holds a permit for a gas well on 3 acres, and will drill on Monday.",
        "The custody of the child was a matter for his grandmother.",
        "The company charged 46 million against earnings in the third quarter.",
        "Sales tax collections declined in February.",
        "Thank you for subscribing to our letter.",
        "The driver was thrown out of his vehicle.",
        "The last time an Australian hosted the show was in 1987.",
        "Water to the house was cut off by frost.",
        "Firefighters left the scene at noon.",
        "The driver escaped with minor bruises.",
        "The deputy flagged down a bus to the capital.",
        "Lithuania gave birth to a new party.",
        "The dish calls for two lemons.",
        "The ministry poured money into its fleet.",
        "Half want the bank to close.",
        "According to a release, the bridge is shut.",
        "They forced the driver out of his car.",
        "The figure demonstrates that the bridge is safe.",
        "A hiker was found dead on Monday, with no bullet near him.",
    ],
)
def test_a_word_in_another_sense_tells_of_nothing(read_drafts: Read, text: str) -> None:
    assert not read_drafts(text)


@pytest.mark.parametrize(
    ("text", "agents", "patients"),
    [
        ("The club fired its coach.", ["club"], ["coach"]),
        ("Doctors diagnosed the king with cancer.", [], ["king"]),
        ("The release of the hostages was announced.", [], ["hostages"]),
        ("The union agreed to protect workers from the police.", ["union"], []),
        ("Ivo Tull remained in custody.", [], ["Ivo Tull"]),
        ("Rebels released the engineer after his employer paid.", ["Rebels"], ["engineer"]),
        ("Soldiers shot at the crowd.", ["Soldiers"], ["crowd"]),
        ("The junta tried activists for treason.", ["junta"], ["activists"]),
        ("Coach Ann Example fired after loss.", [], ["Ann Example"]),
        ("Three children stepped on a landmine.", [], ["children"]),
    ],
)
def test_it_is_told_who_did_it_and_whom_it_befell(
    read_drafts: Read, text: str, agents: list[str], patients: list[str]
) -> None:
    (told,) = read_drafts(text)
    assert [told.agents, told.patients] == [agents, patients]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Relatives are fighting to keep the boy in the country.", "Attack"),
        ("The economy is hurting, the premier said.", "Attack"),
        ("The director released his letter to the mayor on Monday.", "Retreat"),
        ("Both mayors agreed that the road is not a bad idea.", "Agree"),
        ("The phone allows users to make phone calls.", "Consult"),
        ("Orlin Records decided to take the case to the Court of Appeal.", "Legislate"),
        ("The unit's earnings have been hurt.", "Attack"),
        ("Orlin took charges of 24 million dollars for its leases in the third quarter.", "Accuse"),
        ("The collapse of Orlin Bank cost thousands of jobs.", "Disaster"),
        ("The inspector has been trying in vain for three years to change the law.", "Judge"),
        ("At its planning retreat the council approved a budget.", "Retreat"),
        ("A dozen companies gave up to 16 million dollars to the charity.", "Retreat"),
        ("Orlin Telecom fell 10 to 250.", "Attack"),
        ("The contract was fought for by two firms.", "Attack"),
        ("Her brother took his passport and fled.", "Abduct"),
        ("The firm was given five days to appeal the decision.", "Threaten"),
        ("Senator Hill, who hails from Lyon, was shocked.", "Support"),
        ("The loss opened old battle wounds.", "Attack"),
        ("The Greens snatched four seats from their rivals.", "Abduct"),
        ("The farm killed 40,000 horses each year.", "Attack"),
        ("The party propped up campaigns wounded by the scandal.", "Attack"),
        ("The paper is meeting staff entitlements.", "Consult"),
        ("Nets led to the wholesale slaughter of sharks.", "Attack"),
        ("Police closed the north-bound lane for hours.", "Coerce"),
        ("The mayor was sorry for showing terrible judgment.", "Legislate"),
        ("A search operation for the missing boy was launched with rescue divers.", "Coerce"),
        ("Ann Hill kept her faith in the face of military disasters.", "Disaster"),
        ("The mayor announced that Ann Hill should not face criminal charges.", "Request"),
    ],
)
def test_a_word_of_another_sense_tells_of_no_such_event(read_drafts: Read, text: str, kind: str) -> None:
    assert kind not in {t.claim.type for t in read_drafts(text)}
