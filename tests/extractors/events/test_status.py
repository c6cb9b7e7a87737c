"""Whether the text says that an event happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]

CASES = [
    ("The studio is in talks with a rival to arrange the deal.", "deal", "Planned"),
    ("The premier showed an interest in resuming talks.", "talks", "Possible"),
    ("The aim was the release of nine miners.", "release", "Planned"),
    ("The visit will be rescheduled for November.", "visit", "Planned"),
    ("Sanctions enabled rebels to attack the town.", "attack", "Possible"),
    ("The president convened talks for Monday.", "convened", "Planned"),
    ("The premier would visit Mirpur, meeting the mayor.", "meeting", "Planned"),
    ("The troops may leave, having signed a truce.", "signed a truce", "Actual"),
    ("He was the first leader to be arrested in the town.", "arrested", "Actual"),
    ("The firm said the units to be acquired had debts.", "acquired", "Planned"),
    ("The court banned the merger of the two banks.", "merger", "Denied"),
    ("Talks over the takeover of Norsk Air failed on Monday.", "takeover", "Possible"),
    ("Ivan Muster remains in jail pending an investigation.", "investigation", "Planned"),
    ("The union has called a strike for Friday.", "strike", "Planned"),
    ("The union cancelled a strike for Monday.", "strike", "Denied"),
    ("Miners held a strike for Friday and Saturday.", "strike", "Actual"),
    ("An explosion rips through a market in Lyon.", "explosion", "Actual"),
    ("Peace talks end without a deal in Lyon.", "talks", "Actual"),
    ("The army shells the town daily.", "shells", "Actual"),
    ("Fighting went on until a ceasefire on Monday.", "ceasefire", "Actual"),
    ("Miners held a strike for a week.", "strike", "Actual"),
    ("Teachers staged a protest for the third day on Monday.", "protest", "Actual"),
    ("The helicopter came within 40 metres of colliding with a drone.", "colliding with", "Denied"),
    ("The two states were on the verge of signing a truce.", "signing a truce", "Possible"),
    ("They discussed the importance of releasing the hostages.", "releasing", "Hypothetical"),
    ("Police often arrest protesters in the square.", "arrest", "Hypothetical"),
    ("Police often arrested protesters in the square.", "arrested", "Actual"),
    ("Most strikes end within a week.", "strikes", "Hypothetical"),
    ("Most rallies have passed off peacefully.", "rallies", "Actual"),
    ("A ceasefire rarely outlives its first winter.", "ceasefire", "Hypothetical"),
    ("Attacks on clinics are common in the region.", "Attacks", "Hypothetical"),
    ("Talks are still ongoing.", "Talks", "Actual"),
    ("Protests rage across the country.", "Protests", "Actual"),
    ("The strikes are a burden for the town.", "strikes", "Actual"),
    ("Workers strike every Friday.", "strike", "Hypothetical"),
    ("Troops had to open fire on the crowd.", "open fire on", "Actual"),
    ("The army has to withdraw its troops.", "withdraw its troops", "Demanded"),
    ("He said the army had to withdraw from the town by Friday.", "withdraw from", "Demanded"),
    ("Deaths due to gunfire were reported in the town.", "gunfire", "Actual"),
    ("The opposition suspects that police murdered Ivan Muster.", "murdered", "Possible"),
    ("A strike was almost averted on Friday.", "strike", "Actual"),
    ("A strike was narrowly averted on Friday.", "strike", "Denied"),
    ("Rebels nearly captured the town on Monday.", "captured the town", "Denied"),
    ("Police arrested almost 100 farmers.", "arrested", "Actual"),
    ("The suspect is wanted for murder in Lyon.", "murder", "Possible"),
    ("Police arrested Ivan Muster for drunk driving.", "drunk driving", "Possible"),
    ("Ivan Muster pleaded guilty to drunk driving.", "drunk driving", "Actual"),
    ("Ivan Muster pleaded not guilty to drunk driving.", "drunk driving", "Denied"),
    ("Ivan Muster pleaded innocent to bombing the bridge.", "bombing", "Denied"),
    ("Ivan Muster will plead guilty to bombing the bridge.", "bombing", "Possible"),
    ("The striker faces a drunk driving charge.", "drunk driving", "Possible"),
    ("Ivan Muster was convicted of theft.", "theft", "Actual"),
    ("Ivan Muster was acquitted of theft.", "theft", "Denied"),
    ("Ivan Muster was cleared of defrauding the bank.", "defrauding", "Denied"),
    ("Ivan Muster was investigated for defrauding the bank.", "defrauding", "Possible"),
    ("The law against embezzlement took effect on Monday.", "embezzlement", "Possible"),
    ("Shareholders rejected a takeover of the bank.", "takeover", "Denied"),
    ("The raid could jeopardise a truce that both sides signed in May.", "truce", "Actual"),
    ("Ivan Muster was arrested after he stole a van.", "stole", "Actual"),
    ("The law allows police to arrest strikers.", "arrest", "Hypothetical"),
    ("Police allowed the farmers to march.", "march", "Actual"),
    ("The accord provides that the army withdraws from the town.", "withdraws from", "Hypothetical"),
    ("The transfer will be done through a decree.", "decree", "Planned"),
    ("Soldiers killed two farmers near Mirpur.", "killed", "Actual"),
    ("Two farmers were killed near Mirpur.", "killed", "Actual"),
    ("Dockers have been striking since Monday.", "striking", "Ongoing"),
    ("Dockers are protesting outside the port.", "protesting", "Ongoing"),
    ("The court announced a new inquiry into the bombing.", "inquiry", "Actual"),
    ("The union announced a strike.", "strike", "Planned"),
    ("Police are investigating a shooting in Lyon.", "shooting", "Actual"),
    ("The vote was not fair, observers said.", "vote", "Actual"),
    ("The killing of our neighbours must not go unpunished.", "killing", "Actual"),
    ("Those who did not participate in the strike got a bonus.", "strike", "Actual"),
    ("The owners conceded nothing.", "conceded", "Denied"),
    ("Dockers could no longer strike.", "strike", "Denied"),
    ("The ministry dismissed rumours of a coup.", "coup", "Denied"),
    ("The army denied that there had been any truce.", "truce", "Denied"),
    ("Next week's summit in Oslo will be short.", "summit", "Planned"),
    ("An acquittal now looks likely.", "acquittal", "Possible"),
    ("Unless the rebels leave, the army will bomb the town.", "bomb", "Hypothetical"),
    ("The coast could be hit by a cyclone.", "cyclone", "Possible"),
    ('"We will not rest," the mayor said, until the killers had been arrested.', "arrested", "Planned"),
    ("The crowd did not leave until police arrested two men.", "arrested", "Actual"),
    ("The shop was open to attacks.", "attacks", "Possible"),
    ("They would have stayed and attacked the town.", "attacked", "Hypothetical"),
    ("Crews were called to a crash near Lyon.", "crash", "Actual"),
    ("In the film, a banker is kidnapped by robbers.", "kidnapped", "Hypothetical"),
    ("The play stages the assassination of a king.", "assassination", "Hypothetical"),
    ("In the film, a banker is kidnapped and tortured by robbers.", "tortured", "Hypothetical"),
    ("A series of attacks shows how weak the army is.", "attacks", "Actual"),
    ("The makers of the film were arrested in Lyon.", "arrested", "Actual"),
    ("The film showed police beating a man in Lyon.", "beating", "Actual"),
    ("The opera staged a protest in Lyon on Monday.", "protest", "Actual"),
    ("Protesters attacked a cinema over the film.", "attacked", "Actual"),
    ("The bishops doubted the referendum results.", "referendum", "Actual"),
    ("Dockers did not strike on Monday.", "strike", "Denied"),
    ("No protesters were arrested.", "arrested", "Denied"),
    ("Not a single deputy voted for the bill.", "voted", "Denied"),
    ("The army denied that its jets had bombed the market.", "bombed", "Denied"),
    ("The minister denied bombing the market.", "bombing", "Denied"),
    ("Parliament has yet to ratify the treaty.", "ratify", "Denied"),
    ("Police dispersed the crowd without arresting anyone.", "arresting", "Denied"),
    ("Dockers will strike on Friday.", "strike", "Planned"),
    ("Dockers plan to strike on Friday.", "strike", "Planned"),
    ("Bakers were at the mill to protest against the price of flour.", "protest against", "Actual"),
    ("The residents are to protest on Friday.", "protest", "Planned"),
    ("Lawmakers are to vote on Friday.", "vote", "Planned"),
    ("The union said that dockers would strike on Friday.", "strike", "Planned"),
    ("Rebels threatened to bomb the airport.", "bomb", "Possible"),
    ("The coach will be banned if he is suspended or arrested.", "arrested", "Hypothetical"),
    ("The union would meet him only if he quit the cabinet, and threatened a strike.", "threatened", "Actual"),
    ("When you sue a bank, you meet its lawyers.", "sue", "Hypothetical"),
    ("When you sue a bank, you meet its lawyers.", "meet", "Hypothetical"),
    ("You attack the villages, the mayor told the rebels.", "attack", "Actual"),
    ("Talks will resume once the hostages are released.", "released", "Planned"),
    ("The bloc would meet only after it freed the judges.", "freed", "Hypothetical"),
    ("The strike ended when police arrested its leader.", "arrested", "Actual"),
    ("Without an agreement by midnight, crews would strike.", "agreement", "Hypothetical"),
    ("The bishops insisted that Rome dispatch soldiers to the border.", "dispatch", "Demanded"),
    ("The union turned down a settlement.", "settlement", "Denied"),
    ("Relatives wish the court would release him.", "release", "Demanded"),
    ("Asked whether troops had attacked the village, the minister smiled.", "attacked", "Possible"),
    ("The talks are due to begin on Friday in Oslo.", "talks", "Planned"),
    ("Rebels may bomb the airport.", "bomb", "Possible"),
    ("Relatives fear that the pilot was kidnapped.", "kidnapped", "Possible"),
    ("Prosecutors accused the captain of torturing prisoners.", "torturing", "Possible"),
    ("Army chief sued for genocide in Lyon", "genocide", "Possible"),
    ("A man was charged over the killing of a boy.", "killing", "Actual"),
    ("The minister insists that the army was fighting rebels.", "fighting", "Actual"),
    ("The president is due for talks in Lyon on Friday.", "talks", "Planned"),
    ("The strike has almost ended.", "strike", "Actual"),
    ("The president reinstated arrest warrants for ten rebels.", "arrest", "Planned"),
    ("A court is to rule on whether the strike was legal.", "strike", "Actual"),
    ("The general denied ordering the attack.", "attack", "Actual"),
    ("France got assurances about elections.", "elections", "Planned"),
    ("Rebels killed no civilians.", "killed", "Denied"),
    ("The accord let the troops leave on Friday.", "leave", "Actual"),
    ("There is a risk of a coup.", "coup", "Possible"),
    ("Opposition leaders demanded the resignation of President Dolan.", "resignation", "Demanded"),
    ("The council called for a ceasefire.", "ceasefire", "Demanded"),
    ("The United Nations urged the rebels to release the hostages.", "release", "Demanded"),
    ("The families demanded the release of the prisoners.", "release", "Demanded"),
    ("The families want the manager put on trial.", "put on trial", "Demanded"),
    ("The president must resign, the crowd shouted.", "resign", "Demanded"),
    ("If the rebels attack the town, the army will follow.", "attack", "Hypothetical"),
    ("Had the army withdrawn, the town would be quiet.", "withdrawn", "Hypothetical"),
    ("Will the army withdraw?", "withdraw", "Hypothetical"),
    ("Mourners condemned the attack.", "attack", "Actual"),
    ("Thousands marched to protest against the law.", "protest", "Actual"),
    ("Police fired shots to quell a riot.", "riot", "Actual"),
    ("The government cancelled the election.", "election", "Denied"),
    ("A strike was averted on Friday.", "strike", "Denied"),
    ("A strike may be averted.", "strike", "Possible"),
    ("Voters rejected the treaty.", "treaty", "Actual"),
    ("Guards reported a strike averted at the last minute.", "strike", "Denied"),
    ("The talks nearly broke down.", "talks", "Actual"),
    ("Talks nearly broke down on Friday.", "Talks", "Actual"),
    ("Norland would break the law by attacking the island.", "attacking", "Hypothetical"),
    ("The judge left open the option for his lawyer to sue the bank.", "sue", "Possible"),
    ("A new tax could spark a riot.", "riot", "Possible"),
    ("A truce must also include the border towns.", "truce", "Demanded"),
    ("Attacks on schools must stop.", "Attacks", "Actual"),
    ("The warship would return to patrolling the Gulf of Aden, the navy said.", "patrolling", "Planned"),
    ("Amaral vowed to sue the paper after the election.", "election", "Planned"),
    ("Council passed a resolution allowing the city to sue the builder.", "sue", "Hypothetical"),
    ("Guards may quell a riot in Mirpur.", "riot", "Actual"),
    ("The city offered a reward for information leading to the arrest of the gunman.", "arrest", "Possible"),
    ("Information from a farmer led to the arrest of the gunman.", "arrest", "Actual"),
    ("The scandal could cause the resignation of the minister.", "resignation", "Possible"),
    ("Police kept the marchers from being attacked.", "attacked", "Denied"),
    ("The police barred the students from marching to the embassy.", "marching", "Denied"),
    ("Residents returned from voting on Sunday.", "voting", "Actual"),
    ("The driver may be subject to a fine or imprisonment.", "imprisonment", "Hypothetical"),
    ("He repeated charges that the ministry had bribed the judges.", "bribed", "Possible"),
    ("The minister denied reports that police had killed four students.", "killed", "Denied"),
    ("Police confirmed reports that rebels had killed twelve villagers.", "killed", "Actual"),
    ("The announcement that the case was being reopened stunned the party.", "case", "Actual"),
    ("Rome had strong reservations about any negotiations with the militia.", "negotiations", "Hypothetical"),
    ("Those who attack police officers face prison.", "attack", "Hypothetical"),
    ("Those who attacked the police officers fled.", "attacked", "Actual"),
    ("Investors feared the collapse of Orlin Bank.", "collapse", "Possible"),
    ("The Senate vote on Monday was close.", "vote", "Actual"),
    ("Ann Hill was allowed to retire and collect her pay, rather than be fired.", "fired", "Denied"),
    ("We look forward to talks with the union.", "talks", "Planned"),
    ("The completion of an investigation is marked by the release of a report.", "investigation", "Hypothetical"),
    ("Employers are nominated by their staff.", "nominated", "Hypothetical"),
    ("Miners were nominated by their union.", "nominated", "Actual"),
    ("Farmers are urged to watch their animals.", "urged", "Actual"),
    ("The commission backed Ann Hill rather than wait.", "backed", "Actual"),
    ("Ann Hill took seriously all claims and allegations against her.", "allegations", "Actual"),
    ("We take seriously all claims and allegations of voter fraud.", "allegations", "Hypothetical"),
    ("The law provides for five years in prison for anyone convicted of assault.", "convicted", "Hypothetical"),
    ("In a normal election, being old does not help.", "election", "Hypothetical"),
    ("It has always been my desire that the government and the unions work together.", "work together", "Demanded"),
    ("The raid was aimed at freeing the hostages.", "freeing", "Planned"),
    ("Harassment complaints are handled by a little-known office.", "complaints", "Hypothetical"),
    ("Talks are held in Geneva this week.", "Talks", "Actual"),
    ("Employees who agree to leave are to get a year's pay.", "agree to", "Hypothetical"),
    ("Employees who agreed to leave got a year's pay.", "agreed to", "Actual"),
]


@pytest.mark.parametrize(("text", "word", "status"), CASES, ids=[f"{c[2]}-{c[1]}-{n}" for n, c in enumerate(CASES)])
def test_status(read_drafts: Read, text: str, word: str, status: str) -> None:
    claims = [t.claim for t in read_drafts(text) if word in t.claim.mentions[0].text]
    assert [c.status for c in claims] == [status]


def test_what_a_headline_calls_foiled_did_not_happen(read_drafts: Read) -> None:
    text = "Pirate attack foiled off Somalia\n\nA navy ship came to the help of a tanker off Somalia on Tuesday."
    assert read_drafts(text)[0].claim.status == "Denied"


def test_a_headline_infinitive_is_a_plan(read_drafts: Read) -> None:
    text = "Nurses to strike over pay\n\nNurses in Lille are unhappy with their pay, their union said on Tuesday."
    assert read_drafts(text)[0].claim.status == "Planned"


def test_what_is_dated_after_the_report_is_planned(read_story: Read) -> None:
    (vote,) = [t for t in read_story("A referendum on June 27, 2021 decides the matter.") if t.claim.type == "Vote"]
    assert vote.claim.status == "Planned"


def test_a_planned_event_stays_planned_when_taken_up_by_a_definite_noun(read_story: Read) -> None:
    text = "Dockers will strike on Friday. The strike is about pay."
    assert [t.claim.status for t in read_story(text) if t.claim.subtype == "Strike"] == ["Planned"]


@pytest.mark.parametrize(
    "text", ["If the army attacks again, rebels will retaliate.", "Should the army attack, rebels will retaliate."]
)
def test_nothing_in_a_condition_is_a_fact(read_drafts: Read, text: str) -> None:
    assert {t.claim.status for t in read_drafts(text)} == {"Hypothetical"}


def test_a_death_denied_denies_no_attack(read_story: Read) -> None:
    told = read_story("Nobody was killed in the attack on Monday.")
    assert {t.claim.mentions[0].text: t.claim.status for t in told} == {"killed": "Denied", "attack": "Actual"}
