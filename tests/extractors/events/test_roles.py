"""Who did it, to whom, where, and who says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]

CASES = [
    ("A bomb planted by rebels went off in Lyon.", "went off", ["rebels"], []),
    ("A bomb allegedly planted by rebels went off in Lyon.", "went off", [], []),
    ("A bomb found by a guard went off in Lyon.", "went off", [], []),
    (
        "The murder of Ann Example, her husband and two bodyguards shocked Lyon.",
        "murder",
        [],
        ["Ann Example", "husband", "bodyguards"],
    ),
    ("Rebels attacked the police.", "attacked", ["Rebels"], ["police"]),
    ("Two nurses were kidnapped and rescued by the army.", "kidnapped", [], ["nurses"]),
    ("A police station was hit by shells and the army attacked the rebels.", "attacked", ["army"], ["rebels"]),
    ("The blast left ten people dead and dozens wounded.", "wounded", [], ["people"]),
    ("Three men suspected of taking part in the attack were freed.", "attack", [], []),
    ("The police were attacked by rebels.", "attacked", ["rebels"], ["police"]),
    ("Two soldiers were killed.", "killed", [], ["soldiers"]),
    ("The assassination of Imre Dolan by rebels shocked Ostrava.", "assassination", ["rebels"], ["Imre Dolan"]),
    ("Rebels who attacked the convoy fled.", "attacked", ["Rebels"], []),
    ("Rebels tried to attack the police.", "attack", ["Rebels"], ["police"]),
    ("Rebels were accused of attacking the police.", "attacking", ["Rebels"], ["police"]),
    ("Rebels and soldiers attacked the police.", "attacked", ["Rebels", "soldiers"], ["police"]),
    ("Rebels staged two attacks against the police.", "attacks", ["Rebels"], ["police"]),
    ("Hundreds of students marched in Lyon.", "marched", ["students"], []),
    ("The navy intercepted three boats.", "intercepted", ["navy"], ["boats"]),
    ("Two trucks were impounded by the police.", "impounded", ["police"], ["trucks"]),
    ("A guard was killed by a bomb allegedly planted by rebels.", "killed", [], ["guard"]),
    ("A bomb that was not planted by rebels exploded in Lyon.", "exploded", [], []),
    ("A bomb carried by police experts exploded in Lyon.", "exploded", [], []),
    ("A cyclist was killed by a car driven by Peter Low.", "killed", [], ["cyclist"]),
    ("Pirates released the tanker.", "released", ["Pirates"], ["tanker"]),
    ("Pirates threatened a merchant vessel.", "threatened", ["Pirates"], ["merchant vessel"]),
    ("A number of people were arrested in Lyon.", "arrested", [], ["people"]),
    ("The gang unit is investigating the killing of a guard.", "investigating", [], []),
    ("Thousands marched in Lyon.", "marched", ["people"], []),
    ("A bomber killed at least eleven in Lyon.", "killed", ["bomber"], ["people"]),
    ("Thirty-four people were hurt and 58 arrested in Lyon.", "arrested", [], ["people"]),
    ("Rebels attacked a hundred guards and killed forty.", "killed", ["Rebels"], ["guards"]),
    ("The company rejected the union's demand.", "rejected", ["company"], ["union"]),
    ("The company rejected an offer from the union.", "rejected", ["company"], ["union"]),
    ("The union demanded that the company pay.", "demanded", ["union"], ["company"]),
    ("Students marched in Lyon demanding the minister's resignation.", "marched", ["Students"], ["minister"]),
    ("Renault workers went on strike in Lyon.", "went on strike", ["Renault workers"], ["Renault"]),
    ("The minister condemned the killing of a guard.", "condemned", ["minister"], []),
    ("An anti-Trump protest began in Lyon.", "protest", [], ["Donald Trump"]),
    ("Police sought a man who fired on a crowd, killing two women.", "killing", ["man"], ["women"]),
    ("A demonstration of teachers blocked a road in Lyon.", "demonstration", ["teachers"], []),
    ("The group behind the suicide bombing fled.", "bombing", ["group"], []),
    ("Gunmen killed a guard in an attack the army blamed on the rebels.", "blamed", ["army"], ["rebels"]),
    ("The rebels were behind the blast in Selo.", "blast", ["rebels"], []),
    ("A spokesman denied that the rebels were behind the blast, which killed two.", "blast", [], ["people"]),
    ("Ivo Tull pleaded not guilty to the murder of the mayor.", "murder", [], ["mayor"]),
    ("Two suspects were charged by police in the murder of Ivo Tull.", "murder", [], ["Ivo Tull"]),
    ("It is not known whether the rebels were responsible for the bombing in Selo.", "bombing", [], []),
    ("The Somalia attack was condemned in Europe.", "attack", [], []),
    ("A protest at the court by students began in Lyon.", "protest", ["students"], ["court"]),
    ("The ruling sparked protests in Lyon.", "protests", [], []),
    ("Israel's invasion of Lebanon began in June 1982.", "invasion", ["Israel"], ["Lebanon"]),
    ("Germany agreed with France on a treaty.", "agreed", ["Germany"], ["France"]),
    ("The company held talks with the union.", "talks", ["company"], ["union"]),
    ("Germany rejected calls by France for a summit.", "rejected", ["Germany"], ["France"]),
    ("Students staged a sit-in in protest against violations by the police.", "sit-in", ["Students"], ["police"]),
    ("A protest against violations by the police began.", "protest", [], ["police"]),
    (
        "Sailors began a hunger strike to demand the release of boats held by the navy.",
        "hunger",
        ["Sailors"],
        ["navy"],
    ),
    ("Senator Ada Crole is under investigation by the police.", "investigation", ["police"], ["Ada Crole"]),
    ("The minister faces trial.", "trial", [], ["minister"]),
    ("The union was responsible for the attack on the mayor.", "attack", ["union"], ["mayor"]),
    ("The union may be responsible for the attack on the mayor.", "attack", [], ["mayor"]),
    ("The police banned a rally by students in Lyon.", "banned", ["police"], ["students"]),
    ("The police banned a rally by students in Lyon.", "rally", ["students"], []),
    ("The minister called the explosion in Lyon an attack.", "explosion", [], []),
    ("Ivo Tull pleaded guilty to the murder of the mayor.", "murder", ["Ivo Tull"], ["mayor"]),
    ("Ivo Tull was jailed for the murder of the mayor.", "murder", ["Ivo Tull"], ["mayor"]),
    ("Ivo Tull was the gunman who shot the mayor.", "shot", ["Ivo Tull"], ["mayor"]),
    ("The mayor was shot by a man named Ivo Tull.", "shot", ["Ivo Tull"], ["mayor"]),
    ("The attack, which was claimed by the union, killed ten people.", "attack", ["union"], ["people"]),
    ("Parliament voted to remove President Ada Crole from office.", "voted", ["Parliament"], ["Ada Crole"]),
    ("The council elected Ivo Tull as its chairman.", "elected", ["council"], ["Ivo Tull"]),
    ("Ada Crole and Tom Greel met in Oslo. They signed a treaty.", "signed", ["Ada Crole", "Tom Greel"], []),
    ("Norway imposed sanctions on Belarus.", "sanctions", ["Norway"], ["Belarus"]),
    ("Norway lifted sanctions against Belarus.", "lifted", ["Norway"], ["Belarus"]),
    ("The court found Ada Crole guilty of fraud.", "found", ["court"], ["Ada Crole"]),
    ("The minister urged people to stay at home.", "urged", ["minister"], ["people"]),
    ("In a letter to the ministry, the union demanded higher pay.", "demanded", ["union"], ["ministry"]),
    ("Crimes committed by the army were condemned by the bishop.", "condemned", ["bishop"], ["army"]),
    ("Two students, Ann Bell and Ivo Tull, were killed.", "killed", [], ["Ann Bell", "Ivo Tull"]),
    ("Police arrested six people, including two aides of the mayor.", "arrested", ["Police"], ["aides"]),
    ("Thirty people were arrested, including Eva Marek and a lawyer.", "arrested", [], ["Eva Marek", "lawyer"]),
    ("Nine people were killed, among them a judge and a boy.", "killed", [], ["judge", "boy"]),
    ("Police arrested the suspects in several towns, including Lyon.", "arrested", ["Police"], ["suspects"]),
    ("The attack left nine peasants killed.", "killed", [], ["peasants"]),
    ("Twelve farmers lost their lives in the clashes.", "lost their lives", [], ["farmers"]),
    ("The mayor was found dead on Monday with four gunshot wounds.", "found dead", [], ["mayor"]),
    ("The chairman blamed the attack on criminals.", "attack", [], []),
    ("Police beat students who were marching and detained ten of them.", "detained", ["Police"], ["students"]),
    ("Residents say they were killed by snipers.", "killed", ["snipers"], []),
    ("Guerrilla columns attacked the farm.", "attacked", ["Guerrilla columns"], ["farm"]),
    ("Rebels captured Berestove on Monday.", "captured", ["Rebels"], []),
    ("The agency asked help for the search from Airbus.", "asked", ["agency"], ["Airbus"]),
    ("The kidnapping of two tourists carried out by rebels shocked Gao.", "kidnapping", ["rebels"], ["tourists"]),
    ("The union accepted the company's offer.", "accepted", ["union"], ["company"]),
    ("The minister spoke after talks with the rebels.", "talks", ["minister"], ["rebels"]),
    ("Ten civilians died in a gunfight with the army.", "gunfight", [], []),
    ("The committee demanded that Tom Greel resign.", "demanded", ["committee"], ["Tom Greel"]),
    ("Twelve have appeared in court in Lyon.", "appeared", [], []),
    ("The activist complained of receiving death threats from the police.", "complained", ["activist"], ["police"]),
    ("Police are investigating how the suspect got a gun.", "investigating", ["Police"], ["suspect"]),
    ("The minister's decision sparked protests in Lyon.", "protests", [], ["minister"]),
    ("Taxi drivers marched to the minister.", "marched", ["Taxi drivers"], ["minister"]),
    ("The strike began as a sit-in by about 100 miners.", "sit-in", ["miners"], []),
    ("Protesters called for the minister to resign.", "called", ["Protesters"], ["minister"]),
    ("The party pushed for the minister to leave the race.", "pushed", ["party"], ["minister"]),
    ("Ten men were arrested by the police in raids in Lima.", "raids", ["police"], ["men"]),
    ("Ten men were arrested by the police in protests in Lima.", "protests", [], []),
    ("A group of refugees blocked the road in Lyon.", "blocked", ["refugees"], []),
    ("Marines were deployed to the harbour.", "deployed", ["Marines"], []),
    ("France deployed troops to the border.", "deployed", ["France"], []),
    ("The killing in May 1993 of the mayor by rebels shocked Gao.", "killing", ["rebels"], ["mayor"]),
    ("Rebels claimed responsibility for the bombing of a bridge.", "bombing", ["Rebels"], ["bridge"]),
    ("No group claimed responsibility for the bombing.", "bombing", [], []),
    ("Rebels never claimed responsibility for the bombing.", "bombing", [], []),
    ("The bomber was killed in the blast.", "killed", ["bomber"], []),
    ("The bomber was killed by the police.", "killed", ["police"], ["bomber"]),
    (
        "Rebels and soldiers fled Gao as they were attacked by the police.",
        "attacked",
        ["police"],
        ["Rebels", "soldiers"],
    ),
    ("The army and the police said they attacked the rebels.", "attacked", ["army", "police"], ["rebels"]),
    (
        "Nina Muster, Paul Vogel and Carl Stern went to the square. They were arrested by police.",
        "arrested",
        ["police"],
        ["Nina Muster", "Paul Vogel", "Carl Stern"],
    ),
    ("A boy was killed in police gunfire on Monday.", "gunfire", ["police"], ["boy"]),
    ("Israel and Hamas met. Both sides accused the army of lying.", "accused", ["Israel", "Hamas"], ["army"]),
    ("Toyota met with Nokia. The two companies sued the union.", "sued", ["Toyota", "Nokia"], ["union"]),
    ("Toyota met with Nokia. The two men sued the union.", "sued", ["men"], ["union"]),
    ("A bus for pilgrims was attacked by rebels.", "attacked", ["rebels"], ["pilgrims"]),
    ("Minister sacked over leak", "sacked", [], ["Minister"]),
    ("Two men drowned near Gao.", "drowned", [], ["men"]),
    ("A nurse was hit by an explosion in Gao.", "explosion", [], ["nurse"]),
    ("Ten workers died in the train crash in Lyon.", "crash", [], ["workers"]),
    ("A blast near the harbour in Gao hurt a nurse.", "blast", [], ["nurse"]),
    ("The company ignored an ultimatum from the union.", "ultimatum", ["union"], ["company"]),
    ("The general asked for asylum in Norway.", "asylum", [], ["general"]),
    ("Canada provided Ghana with two boats.", "provided", ["Canada"], ["Ghana"]),
    ("Japan will dispatch nurses with tents and food.", "dispatch", ["Japan"], []),
    ("The treasury froze the assets of two companies.", "froze", [], ["companies"]),
    ("The gang threatened to shell the port unless the army leaves.", "threatened", ["gang"], ["army"]),
    ("The bishop wants the army to go.", "wants", ["bishop"], ["army"]),
    ("The minister praised the mayor's outreach to farmers.", "praised", ["minister"], ["mayor"]),
    ("Ten soldiers were killed in rebel attacks near Gao.", "killed", ["rebel"], ["soldiers"]),
    ("Ivo Tull spoke to the donors in a phone call.", "call", ["Ivo Tull"], ["donors"]),
    ("Students gathered for a rally in Lyon.", "rally", ["Students"], []),
    ("Drivers honked their horns in protest.", "protest", ["Drivers"], []),
    ("Ivo Tull flew to Oslo for talks with the rebels.", "talks", ["Ivo Tull"], ["rebels"]),
    ("The steelworkers rejected the plan by 812 votes to 640.", "votes", ["steelworkers"], []),
    ("The king named a general to lead the council.", "lead", ["general"], ["council"]),
    ("The union called on the miners to strike.", "strike", ["miners"], []),
    ("The army denied having bombed the rebels.", "bombed", ["army"], ["rebels"]),
    ("The bishops stopped short of calling for a boycott.", "calling", ["bishops"], []),
    ("Ivo Tull said that it must end and thanked the nurses.", "thanked", ["Ivo Tull"], ["nurses"]),
    ("The judge ruled that the company must pay.", "ruled", ["judge"], ["company"]),
    ("The nurse lodged a complaint saying she was beaten by the police.", "complaint", ["nurse"], ["police"]),
    ("The ministry revoked the company's licence.", "revoked", ["ministry"], ["company"]),
    ("The junta issued a decree dissolving all parties.", "decree", ["junta"], ["parties"]),
    ("The riot followed the shooting of a teenager by police.", "shooting", ["police"], ["teenager"]),
    ("The union's criticism of the mayor grew.", "criticism", ["union"], ["mayor"]),
    ("The strafing of villagers by the army went on.", "strafing", ["army"], ["villagers"]),
    ("Her praise of the rebels angered the police.", "praise", [], ["rebels"]),
    ("The overthrow of President Ada Crole by officers shocked Lyon.", "overthrow", ["officers"], ["Ada Crole"]),
    ("The bailout of two banks by Germany was announced.", "bailout", ["Germany"], ["banks"]),
    ("The mayor walked free after a year in prison.", "walked free", [], ["mayor"]),
    ("The court will hear the appeal of the banned group.", "banned", [], ["group"]),
    ("Neighbours vouched for the accused priest.", "accused", [], ["priest"]),
    ("The Hotel Metropol attack shocked Europe.", "attack", [], ["Hotel Metropol"]),
    ("The Taliban bombing shocked Europe.", "bombing", ["Taliban"], []),
    ("Ann Bell met Tom Clint. The Clint investigation goes on.", "investigation", [], ["Tom Clint"]),
    ("The police investigation goes on.", "investigation", ["police"], []),
    ("The rebels took foreigners hostage in Gao.", "hostage", ["rebels"], ["foreigners"]),
    ("Norway withdrew its ambassador from Minsk.", "withdrew", ["Norway"], []),
    ("Police spent two hours negotiating with the suspect.", "negotiating", ["Police"], ["suspect"]),
    (
        "Troops arrested the sculptor Julia Mora and three of her pupils.",
        "arrested",
        ["Troops"],
        ["Julia Mora", "pupils"],
    ),
    ("Gunmen suspected to be herdsmen killed a monarch.", "killed", ["Gunmen"], ["monarch"]),
    ("The union said it had not been told and threatened to strike.", "threatened", ["union"], []),
    ("Ann Bell deplored the arrest by the army of two nurses.", "arrest", ["army"], ["nurses"]),
    ("The president is in talks with China over the islands.", "talks", ["president"], ["China"]),
    ("Aer Lingus placed an order for twelve jets with Boeing.", "order", ["Aer Lingus"], ["Boeing"]),
    ("President Ada Crole hosted Tom Clint for talks.", "talks", ["Ada Crole"], ["Tom Clint"]),
    ("The general threatened to send the navy against the rebels.", "threatened", ["general"], ["rebels"]),
    ("On 18 October guerrilla forces attacked the police.", "attacked", ["guerrilla forces"], ["police"]),
    ("Pirates hijacked a Thai trawler and two oil tankers.", "hijacked", ["Pirates"], ["Thai trawler", "oil tankers"]),
    ("Rebels bombed the minister's car.", "bombed", ["Rebels"], ["minister"]),
    ("A ferry and a bus driver came. The ferry sank.", "sank", [], ["ferry"]),
    ("Toyota agreed to buy batteries from Panasonic.", "agreed", ["Toyota"], ["Panasonic"]),
    ("Lufthansa ordered 20 Airbus jets.", "ordered", ["Lufthansa"], ["Airbus"]),
    ("Norway beat France to win an order for tankers.", "win", ["Norway"], []),
    ("The minister emerged from talks with the rebels.", "talks", ["minister"], ["rebels"]),
    ("The militants freed three truckers they had kidnapped.", "kidnapped", ["militants"], ["truckers"]),
    ("Gunmen attacked a tourist bus in Cairo.", "attacked", ["Gunmen"], ["tourist bus"]),
    ("A rescue operation is under way to save a boy.", "rescue", [], ["boy"]),
    ("Police arrested ten students and beat three.", "beat", ["Police"], ["students"]),
    ("Pirates attacked ten vessels and hijacked four.", "hijacked", ["Pirates"], ["vessels"]),
    ("Tom Clint invited women, including three who sued Ann Bell.", "sued", ["women"], ["Ann Bell"]),
    ("The pirates, said to be in a dhow, fired at the ship.", "fired", ["pirates"], ["ship"]),
    ("Dozens of farmers gathered outside the courthouse.", "gathered", ["farmers"], []),
    ("Ivo Tull's crash ended the race.", "crash", [], ["Ivo Tull"]),
    ("The blast in Lyon injured 13 people.", "injured", [], ["people"]),
    ("The blast in Lyon injured people.", "injured", [], []),
    ("The blast in Lyon injured 13 people and a nurse.", "injured", [], ["nurse"]),
]


@pytest.mark.parametrize(("text", "word", "agents", "patients"), CASES, ids=[c[0][:30] for c in CASES])
def test_doer_and_target(read_drafts: Read, text: str, word: str, agents: list[str], patients: list[str]) -> None:
    (told,) = [t for t in read_drafts(text) if word in t.claim.mentions[0].text]
    assert [n.lower() for n in told.agents] == [n.lower() for n in agents]
    assert [n.lower() for n in told.patients] == [n.lower() for n in patients]


def test_a_led_by_compound_names_the_doer(read_drafts: Read) -> None:
    text = "The United States said little. The 2003 U.S.-led invasion of Iraq divided Europe."
    (told,) = [t for t in read_drafts(text) if t.claim.subtype == "Invasion"]
    assert told.agents == ["United States"]


def test_equal_sides_take_part(read_drafts: Read) -> None:
    (told,) = [t for t in read_drafts("Rebels clashed with soldiers in Lyon.") if t.claim.subtype == "ArmedClash"]
    assert [n.lower() for n in told.participants] == ["rebels", "soldiers"]
    assert told.places == ["Lyon"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Bell said she had agreed with Tom Clint after the two met for talks.", ["Ann Bell", "Tom Clint"]),
        ("President Ada Crole greeted Tom Clint in Lyon. The two met again.", ["Ada Crole", "Tom Clint"]),
        ("The two met in Lyon.", []),
        ("Ann Bell called Tom Clint. Two soldiers fled the port, and the two met in Lyon.", []),
        ("Ann Bell, Ivo Tull and Tom Clint fled. The two met in Lyon.", []),
    ],
)
def test_the_two_are_the_only_two(read_drafts: Read, text: str, who: list[str]) -> None:
    assert [t.agents for t in read_drafts(text) if t.claim.mentions[0].text.startswith("met")] == [who]


def test_the_companies_are_those_of_the_sentence(read_drafts: Read) -> None:
    text = "Boeing and Siemens have settled a dispute, the companies said, ending talks that had dragged on."
    assert [t.agents for t in read_drafts(text) if t.claim.type == "Consult"] == [["Boeing", "Siemens"]]


def test_sides_of_what_was_reached_take_part(read_drafts: Read) -> None:
    (told,) = [
        t
        for t in read_drafts("The settlement reached between Iran and Norway was annulled.")
        if t.claim.type == "Agree"
    ]
    assert told.participants == ["Iran", "Norway"]


def test_nobody_in_particular_is_left_out_beside_others(read_story: Read) -> None:
    told = read_story("A blast killed two people in Lyon on Monday. The two nurses were killed in the blast in Lyon.")
    assert [t.patients for t in told if t.claim.type == "Attack"] == [["nurses"]]


def test_sides_told_beside_a_verb_of_happening_take_part(read_drafts: Read) -> None:
    (told,) = read_drafts("A dialogue resumed between the ministry and the bishops.")
    assert told.participants == ["ministry", "bishops"]


def test_things_stand_for_their_owners(read_drafts: Read) -> None:
    (told,) = [
        t for t in read_drafts("Jets bombed camps of the militia near Sirte.") if "bomb" in t.claim.mentions[0].text
    ]
    assert told.patients == ["militia"]


def test_who_says_so(read_drafts: Read) -> None:
    (told,) = [t for t in read_drafts("The police said that rebels had killed a farmer.") if t.claim.type == "Attack"]
    assert told.source is not None
    assert told.source.lower() == "police"


def test_according_to(read_drafts: Read) -> None:
    (told,) = [t for t in read_drafts("According to the police, rebels killed a farmer.") if t.claim.type == "Attack"]
    assert told.source is not None
    assert told.source.lower() == "police"


def test_a_place_named_once_is_the_setting_of_what_follows(read_story: Read) -> None:
    told = read_story("Dockers in Marseille went on strike on Monday. On Tuesday police arrested three dockers.")
    assert {t.claim.type: t.places[:1] for t in told} == {"Protest": ["Marseille"], "Coerce": ["Marseille"]}


def test_a_dateline_names_nobody_who_acts(read_drafts: Read) -> None:
    (told,) = [
        t for t in read_drafts("PARIS, March 12, 2021 — Police arrested ten people.") if t.claim.type == "Coerce"
    ]
    assert told.agents == ["Police"]


def test_who_is_accused_of_a_deed_is_not_its_doer(read_drafts: Read) -> None:
    told = read_drafts("Two men accused of carrying out the bombing were freed.")
    assert [t.agents for t in told if t.claim.type == "Attack"] == [[]]


def test_what_a_rally_is_against_is_not_where_it_is(read_drafts: Read) -> None:
    told = read_drafts("Students of Basra staged an anti-China rally.")
    assert [t.places for t in told if t.claim.type == "Protest"] == [[]]


def test_whom_a_blast_did_not_hurt_it_did_not_befall(read_drafts: Read) -> None:
    for text in ("The soldiers were not hurt in the blast.", "The blast killed no soldiers."):
        assert [t.patients for t in read_drafts(text) if t.claim.mentions[0].text == "blast"] == [[]]


def test_the_place_that_was_hit_and_an_audience_do_nothing(read_drafts: Read) -> None:
    assert not any(t.agents for t in read_drafts("Ten people were killed in the Hotel Metropol attack."))
    told = read_drafts("The minister told reporters during a summit in Lyon that the strike would end.")
    assert [t.patients for t in told if t.claim.type == "Consult"] == [[]]


@pytest.mark.parametrize(
    ("text", "word", "agents", "patients"),
    [
        ("A bus was hit by rebels, killing two nurses.", "killing", ["rebels"], ["nurses"]),
        ("A bus was destroyed in the attack, wounding two nurses.", "wounding", [], ["nurses"]),
        ("The bombing of a Leeds clinic that killed two nurses was condemned.", "killed", [], ["nurses"]),
        ("The army's killing of three rebels was condemned.", "killing", ["army"], ["rebels"]),
        ("Foreign Minister Anna Holm paid tribute to bombing victims and embassy staff.", "bombing", [], []),
        ("The minister was the target of an assassination attempt.", "assassination attempt", [], ["minister"]),
        ("Anna Holm ended her campaign with an appeal to farmers.", "appeal", ["Anna Holm"], ["farmers"]),
        ("A letter from the union urged the minister to resign.", "urged", ["union"], ["minister"]),
        ("A class-action lawsuit was filed against the bank.", "class-action lawsuit", [], ["bank"]),
        ("Orlin Bank faced a mountain of criticism from farmers.", "criticism", ["farmers"], ["Orlin Bank"]),
        ("Bishops issued a statement of support for the nurses.", "statement of support", ["Bishops"], ["nurses"]),
        ("The cabinet adopted an agreement on fishing.", "agreement", ["cabinet"], []),
        ("The junta forbade access to thousands of workers.", "forbade access", ["junta"], ["workers"]),
        ("Police received a complaint from a tenant about loud music.", "complaint", ["tenant"], []),
        ("Ann Hill's abduction in March shocked Lyon.", "abduction", [], ["Ann Hill"]),
        ("The rebels' abduction of two nurses shocked Lyon.", "abduction", ["rebels"], ["nurses"]),
        ("The city fell to the rebels on Monday.", "fell to", ["rebels"], []),
        ("Having promised to scrap the law, Peter Marsh kept it.", "promised", ["Peter Marsh"], []),
        ("Ann Hill has seen her two guards attacked in Lyon.", "attacked", [], ["guards"]),
        (
            "Peter Marsh squeaked out an election victory over Ann Hill.",
            "election victory",
            ["Peter Marsh"],
            ["Ann Hill"],
        ),
        ("The ministry declined to mention the name of the company.", "declined", ["ministry"], []),
        ("Ann Hill said her endorsement of Peter Marsh stood.", "endorsement", ["Ann Hill"], ["Peter Marsh"]),
        ("Four nurses died in an airline crash.", "crash", [], ["nurses"]),
        ("A flight was delayed after an accident at Mirpur Airport.", "accident", [], []),
        ("The students are out on bail.", "bail", [], ["students"]),
        ("The court quashed the conviction of two teachers.", "quashed the conviction", ["court"], ["teachers"]),
        ("The gunman took the lives of three pupils.", "took the lives", ["gunman"], ["pupils"]),
        ("A fire at a refinery was put out.", "fire", [], ["refinery"]),
        ("Ann Hill blamed her defeat in the election on Peter Marsh.", "blamed", ["Ann Hill"], ["Peter Marsh"]),
        (
            "The nurses brought criminal charges of tampering with a grave against Peter Marsh.",
            "criminal charges",
            ["nurses"],
            ["Peter Marsh"],
        ),
        (
            "The paper printed the accusations that Ann Hill leveled at Peter Marsh.",
            "accusations",
            ["Ann Hill"],
            ["Peter Marsh"],
        ),
        ("Prosecutors brought charges of violence against women on Monday.", "charges", ["Prosecutors"], []),
        ("Two nurses are already serving jail terms.", "jail terms", [], ["nurses"]),
        ("The suit was settled out of court in 1981.", "settled out of court", [], []),
        ("Peter Marsh complained prior to talks with Orlin Bank.", "complained prior to", ["Peter Marsh"], []),
        ("The clubs thanked their fans instead of the mayor.", "thanked", ["clubs"], ["fans"]),
        ("Troops seized Soviet weapons in the raid.", "seized", ["Troops"], []),
        ("Peter Marsh condemned the Red Front terrorist action.", "condemned", ["Peter Marsh"], ["Red Front"]),
        (
            "The assassination in October 1993 of the first elected president by the army shocked many.",
            "assassination",
            ["army"],
            ["president"],
        ),
        (
            "Ann Hill is a nurse, a mother and a fighter who has accused Peter Marsh.",
            "accused",
            ["Ann Hill"],
            ["Peter Marsh"],
        ),
        (
            "Ministers expressed satisfaction with the plan, according to a statement by the army.",
            "expressed satisfaction",
            ["Ministers"],
            [],
        ),
        ("Peter Marsh received a suspended sentence.", "received a suspended sentence", [], ["Peter Marsh"]),
        (
            "Anna Holm met Peter Marsh in Oslo. A string of farmers condemned her.",
            "condemned",
            ["farmers"],
            ["Anna Holm"],
        ),
    ],
)
def test_who_did_what_the_construction_tells(
    read_drafts: Read, text: str, word: str, agents: list[str], patients: list[str]
) -> None:
    (told,) = [t for t in read_drafts(text) if t.claim.mentions[0].text == word]
    assert (told.agents, told.patients) == (agents, patients)


def test_two_nations_before_talks_hold_them(read_drafts: Read) -> None:
    (told,) = [t for t in read_drafts("The India-Pakistan talks collapsed.") if t.claim.type == "Consult"]
    assert told.participants == ["India", "Pakistan"]


def test_a_deal_is_made_by_those_who_agree_to_buy_in_it(read_drafts: Read) -> None:
    told = read_drafts("Chinese officials have agreed to purchase sixty jets in a deal worth two billion dollars.")
    assert [t.agents for t in told if t.claim.type == "Agree"] == [["Chinese officials"]] * 2


def test_both_are_the_two_before(read_drafts: Read) -> None:
    told = read_drafts("Peter Marsh and Ann Hill took bribes. Both were sentenced to five years in prison.")
    assert [t.patients for t in told if t.claim.type == "Judge"] == [["Peter Marsh", "Ann Hill"]]


@pytest.mark.parametrize("writer", ["By ANN EXAMPLE", "Ann Example"])
def test_who_wrote_a_report_is_nobody_of_it(read_drafts: Read, writer: str) -> None:
    text = f"Rebels free two nurses {writer} NAIROBI, Kenya, April 7 (XPA) - The rebels freed two nurses on Monday."
    assert {name for t in read_drafts(text) for name in (*t.agents, *t.patients)} == {"Rebels", "nurses"}
