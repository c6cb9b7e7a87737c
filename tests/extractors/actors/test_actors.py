"""Who acts, as `actors.find` tells it. Sentences are invented; persons are of public fact or plainly fictional."""

from __future__ import annotations

import pytest
from acting import annotation, found, of, texts

from dateline.extractors import actors, places
from dateline.extractors.annotate import annotator
from dateline.graph.model import Document


class TestRecord:
    TEXT = "Kenyan police arrested two activists in Nairobi. The police said they had blocked a road."

    def test_ids_count_in_order_of_first_mention(self) -> None:
        starts = [actor.mentions[0].start for actor in found(self.TEXT)]
        assert [actor.id for actor in found(self.TEXT)] == [f"a{n}" for n in range(1, len(starts) + 1)]
        assert starts == sorted(starts)

    def test_mentions_quote_the_text_in_order(self) -> None:
        for actor in found(self.TEXT):
            assert [m.start for m in actor.mentions] == sorted(m.start for m in actor.mentions)
            assert all(self.TEXT[m.start : m.end] == m.text for m in actor.mentions)

    def test_it_is_deterministic(self) -> None:
        assert actors.find(annotator()(Document("d", self.TEXT)), ()) == found(self.TEXT)

    def test_empty_text_has_no_actors(self) -> None:
        assert found("") == ()


class TestStates:
    @pytest.mark.parametrize(
        ("text", "words", "name", "country"),
        [
            ("The U.S. bombed a depot near the border.", "U.S.", "United States", "USA"),
            ("Britain accused Russia of the attack.", "Britain", "United Kingdom", "GBR"),
            ("South Korea fired on a North Korean boat.", "South Korea", "South Korea", "KOR"),
            ("The Soviet Union rejected the plan.", "Soviet Union", "Soviet Union", "SUN"),
            ("Holland signed the treaty with the UAE.", "UAE", "United Arab Emirates", "ARE"),
        ],
    )
    def test_a_state_has_its_common_name_and_code(self, text: str, words: str, name: str, country: str) -> None:
        actor = of(text, words)
        assert (actor.name, actor.kind, actor.country) == (name, "Country", country)

    def test_states_link_to_geonames(self) -> None:
        assert of("Iran condemned the raid.", "Iran").links == ("https://sws.geonames.org/130758/",)

    def test_an_adjective_before_a_deed_is_the_state(self) -> None:
        assert of("An Israeli raid killed a commander.", "Israeli").name == "Israel"

    def test_a_capital_that_speaks_is_its_government(self) -> None:
        assert of("Washington rejected the offer.", "Washington").name == "United States"

    @pytest.mark.parametrize("text", ["Farmers marched in Paris.", "Protesters gathered in France on Monday."])
    def test_a_place_is_no_actor(self, text: str) -> None:
        assert [actor.name for actor in found(text) if actor.country == "FRA" and actor.kind == "Country"] == []

    def test_a_people_is_a_group_and_not_the_state(self) -> None:
        text = "Iraqis welcomed the vote, but Iraq said nothing."
        assert (of(text, "Iraqis").kind, of(text, "Iraqis").country) == ("Group", "IRQ")
        assert of(text, "Iraq").kind == "Country"

    def test_backed_by_a_state_is_not_of_the_state(self) -> None:
        militias = of("Iranian-backed militias shelled the base.", "Iranian-backed militias")
        assert (militias.name, militias.kind, militias.country) == ("Iranian-backed militias", "Group", None)

    @pytest.mark.parametrize("text", ["A pro-Iranian militia fled.", "An anti-American crowd gathered."])
    def test_for_or_against_a_state_is_not_of_the_state(self, text: str) -> None:
        assert {actor.country for actor in found(text)} == {None}


class TestInstitutions:
    def test_a_parliament_is_named_without_article_and_possessive(self) -> None:
        text = "The Iraqi Parliament’s vote surprised many. Later the Iraqi Parliament adjourned."
        parliament = of(text, "Iraqi Parliament")
        assert (parliament.name, parliament.kind) == ("Iraqi Parliament", "Organization")
        assert (parliament.country, parliament.sector) == ("IRQ", "LEG")
        assert texts(parliament) == ["Iraqi Parliament", "Iraqi Parliament"]

    def test_an_owner_names_an_institution_as_its_adjective_does(self) -> None:
        text = "Iraq's parliament met on Monday. The Iraqi parliament passed the law."
        assert [a.name for a in found(text) if a.sector == "LEG"] == ["Iraqi Parliament"]

    def test_a_government_is_kept_apart_from_the_state_and_from_another(self) -> None:
        text = "The Kenyan government protested. The Ugandan government did not answer Kenya."
        assert of(text, "Kenyan government").country == "KEN"
        assert of(text, "Ugandan government").country == "UGA"
        assert of(text, "Kenya").kind == "Country"

    def test_the_government_goes_back_to_the_one_named(self) -> None:
        text = "The Sudanese government closed the border. The government gave no reason."
        assert texts(of(text, "Sudanese government")) == ["Sudanese government", "government"]

    @pytest.mark.parametrize(
        ("name", "sector", "country"),
        [
            ("Knesset", "LEG", "ISR"),
            ("Kremlin", "GOV", "RUS"),
            ("Pentagon", "MIL", "USA"),
            ("Bundestag", "LEG", "DEU"),
            ("Hezbollah", "REB", "LBN"),
        ],
    )
    def test_nicknames_are_known(self, name: str, sector: str, country: str) -> None:
        actor = of(f"The {name} rejected the proposal.", name)
        assert (actor.sector, actor.country) == (sector, country)


class TestArmedGroups:
    @pytest.mark.parametrize(
        "spelling", ["Hashed Al-Shaabi", "Hashd al-Shaabi", "the Popular Mobilization Forces", "PMF"]
    )
    def test_spellings_of_one_group_are_one(self, spelling: str) -> None:
        actor = next(a for a in found(f"Fighters of {spelling} entered the Iraqi town.") if a.kind == "Organization")
        assert (actor.name, actor.sector) == ("Popular Mobilization Forces", "REB")

    def test_a_group_with_a_persons_label_is_an_organisation(self) -> None:
        text = "The U.S. bombed camps of Kataeb Hezbollah, a militia. Kataeb Hezbollah vowed revenge."
        group = of(text, "Kataeb Hezbollah")
        assert (group.kind, texts(group, "nominal")) == ("Organization", ["militia"])

    def test_the_militia_is_the_one_in_apposition(self) -> None:
        text = "Troops bombed camps of the militia, Kataeb Hezbollah. The militia then staged a protest."
        assert texts(of(text, "Kataeb Hezbollah")) == ["militia", "Kataeb Hezbollah", "militia"]

    def test_an_acronym_in_parentheses_is_the_name_before_it(self) -> None:
        text = "The Kurdistan Workers' Party (PKK) declared a truce. Turkey ignored the PKK."
        assert texts(of(text, "PKK"), "name") == ["Kurdistan Workers' Party", "PKK", "PKK"]

    def test_an_acronym_that_the_text_defines_is_not_the_famous_one(self) -> None:
        text = "The Society of Dairy Farmers (SDF) called a strike. The SDF has nine members."
        assert "Syrian Democratic Forces" not in {actor.name for actor in found(text)}


class TestNominals:
    @pytest.mark.parametrize(
        ("text", "words", "name", "kind", "sector"),
        [
            ("Hundreds of unarmed protesters were killed.", "unarmed protesters", "protesters", "Group", "CVL"),
            ("A suicide bomber struck the market.", "suicide bomber", "suicide bomber", "Person", "REB"),
            ("Gunmen opened fire at noon.", "Gunmen", "Gunmen", "Group", "UAF"),
            ("Lawmakers rejected the bill.", "Lawmakers", "Lawmakers", "Group", "LEG"),
            ("The court freed the editor.", "court", "court", "Organization", "JUD"),
            ("Rebel commanders met opposition leaders.", "opposition leaders", "opposition leaders", "Group", "OPP"),
            ("Rebel commanders met opposition leaders.", "Rebel commanders", "Rebel commanders", "Group", "REB"),
            ("Dock workers walked out.", "Dock workers", "Dock workers", "Group", "LAB"),
            ("Riot police fired tear gas.", "Riot police", "Riot police", "Organization", "COP"),
            ("Two men were arrested.", "men", "men", "Group", "CVL"),
        ],
    )
    def test_nouns_name_actors(self, text: str, words: str, name: str, kind: str, sector: str) -> None:
        actor = of(text, words)
        assert (actor.name, actor.kind, actor.sector) == (name, kind, sector)

    @pytest.mark.parametrize(
        ("text", "words", "country"),
        [
            ("U.S. troops left the valley.", "U.S. troops", "USA"),
            ("The spokesman for the Syrian army resigned.", "spokesman", "SYR"),
            ("Nepal's teachers went on strike.", "teachers", "NPL"),
            ("Students in Chile marched.", "Students", "CHL"),
            ("Kurdish rebels attacked a convoy.", "Kurdish rebels", None),
            ("Troops in Mali were attacked.", "Troops", None),
        ],
    )
    def test_the_country_comes_from_demonym_owner_or_place(self, text: str, words: str, country: str | None) -> None:
        assert of(text, words).country == country

    def test_supporters_are_named_with_what_they_support(self) -> None:
        text = "Protesters clashed with supporters of Hezbollah."
        assert of(text, "supporters").name == "supporters of Hezbollah"

    def test_a_crowd_is_kept_apart_from_a_count(self) -> None:
        text = "Students marched through the capital. Police shot two students. Students then fled."
        assert [texts(a) for a in found(text) if a.sector == "EDU"] == [["Students", "Students"], ["students"]]

    def test_a_possessed_group_is_not_the_group_before_it(self) -> None:
        text = "Militias attacked the town. His militias killed three people."
        assert [texts(a, "nominal") for a in found(text) if a.sector == "REB"] == [["Militias"], ["militias"]]

    def test_opposition_to_a_plan_is_no_opposition(self) -> None:
        assert "opposition" not in [m for a in found("There was opposition to the plan.") for m in texts(a)]


class TestPersons:
    def test_a_title_is_no_part_of_the_name_but_tells_sector_and_state(self) -> None:
        minister = of("Ruritanian officials met Kenyan Foreign Minister Ada Example.", "Ada Example")
        assert (minister.name, minister.kind) == ("Ada Example", "Person")
        assert (minister.country, minister.sector) == ("KEN", "GOV")

    def test_a_surname_goes_back_to_the_full_name(self) -> None:
        text = "Ann Fielding leads the union. Fielding called a strike."
        assert texts(of(text, "Ann Fielding"), "name") == ["Ann Fielding", "Fielding"]

    def test_a_surname_before_the_full_name_is_the_same_person(self) -> None:
        text = "Fielding calls strike\n\nAnn Fielding, who leads the union, called a strike. Fielding spoke on Monday."
        assert texts(of(text, "Ann Fielding"), "name")[-2:] == ["Ann Fielding", "Fielding"]

    def test_two_persons_of_one_surname_stay_two(self) -> None:
        text = "Ann Brandt met Bob Brandt on Monday. Brandt left early."
        assert len({of(text, name).id for name in ("Ann Brandt", "Bob Brandt", "Brandt")}) == 3

    def test_a_surname_goes_on_to_mean_whom_it_meant(self) -> None:
        text = "Ann Fielding leads the union. Fielding called a strike. Her son Bob Fielding agreed. Fielding spoke."
        assert texts(of(text, "Ann Fielding"), "name") == ["Ann Fielding", "Fielding", "Fielding"]

    def test_a_leader_has_state_and_link(self) -> None:
        actor = of("Angela Merkel spoke.", "Angela Merkel")
        assert (actor.country, actor.sector) == ("DEU", "GOV")
        assert actor.links == ("http://www.wikidata.org/entity/Q567",)

    def test_a_famous_surname_alone_is_the_leader(self) -> None:
        assert of("Erdogan said the army would stay.", "Erdogan").name == "Recep Tayyip Erdoğan"

    def test_a_famous_surname_is_not_the_leader_where_someone_else_bears_it(self) -> None:
        text = "Lucy Putin runs a bakery in Ohio. Putin said trade was good."
        assert [a.links for a in found(text) if "Putin" in texts(a)] == [()]

    def test_spellings_of_one_leader_are_one(self) -> None:
        text = "Qassim Suleimani was killed. Iran mourned Suleimani."
        assert texts(of(text, "Qassim Suleimani"), "name") == ["Qassim Suleimani", "Suleimani"]

    def test_the_leader_of_a_group_in_apposition_is_a_person_apart_from_it(self) -> None:
        text = "The raid killed al-Muhandis, the leader of Kataeb Hezbollah."
        assert texts(of(text, "al-Muhandis"))[:2] == ["al-Muhandis", "leader"]
        assert of(text, "Kataeb Hezbollah").id != of(text, "al-Muhandis").id

    def test_an_office_in_two_words_goes_back_to_who_holds_it(self) -> None:
        text = "The prime minister of Singapore, Lee Hsien Loong, spoke. Then the prime minister left."
        assert texts(of(text, "Lee Hsien Loong"), "nominal") == ["prime minister", "prime minister"]

    def test_the_air_force_is_the_one_named(self) -> None:
        text = "The U.S. Air Force wanted a jet. Then the Air Force chose Toyota."
        assert texts(of(text, "U.S. Air Force")) == ["U.S. Air Force", "Air Force"]

    def test_the_president_of_a_firm_does_not_govern(self) -> None:
        assert of("Karl Muster, president of Volkswagen, resigned.", "Karl Muster").sector == "BUS"

    def test_the_president_goes_back_to_the_one_named(self) -> None:
        text = "President Emmanuel Macron visited the port. The president met workers."
        assert texts(of(text, "Emmanuel Macron")) == ["President", "Emmanuel Macron", "president"]

    def test_one_of_a_people_is_a_person(self) -> None:
        libyan = of("A Libyan was arrested. The Libyan fled.", "Libyan")
        assert (libyan.kind, libyan.country, texts(libyan)) == ("Person", "LBY", ["Libyan", "Libyan"])
        assert of("The British-Libyan was arrested on Monday.", "British-Libyan").kind == "Person"

    def test_a_surname_that_two_bear_is_no_body(self) -> None:
        text = "Ann Fielding and Bob Fielding own the mill. Fielding sold the land in May."
        assert {a.kind for a in found(text) if "Fielding" in a.name} == {"Person"}

    def test_two_surnames_joined_are_two_persons(self) -> None:
        text = "Senators Elias Vogel and Jonas Muster sent a letter.\n\n“The dam leaks,” Vogel and Muster wrote."
        assert len(texts(of(text, "Elias Vogel"), "name")) == 2
        assert len(texts(of(text, "Jonas Muster"), "name")) == 2

    def test_a_kinship_noun_tells_the_gender(self) -> None:
        text = "The mayor's husband, Kim Vogel, met Sasha Muster. He was late."
        assert texts(of(text, "Kim Vogel"), "pronoun") == ["He"]


class TestOtherWords:
    @pytest.mark.parametrize(
        ("text", "first", "then"),
        [
            ("A gunman opened fire. Police shot the attacker.", "gunman", "attacker"),
            ("Protesters blocked the road. Police beat the demonstrators.", "Protesters", "demonstrators"),
            ("Jo Vogel, a British parliamentarian, was hurt. The lawmaker was at school.", "Jo Vogel", "lawmaker"),
        ],
    )
    def test_another_word_for_the_same_is_the_same(self, text: str, first: str, then: str) -> None:
        assert of(text, first).id == of(text, then).id

    def test_a_firm_is_called_by_its_first_word(self) -> None:
        assert texts(of("Northrop Grumman sued the air force. Northrop said it won.", "Northrop"), "name") == [
            "Northrop Grumman",
            "Northrop",
        ]

    def test_a_noun_that_only_colours_a_thing_is_no_actor(self) -> None:
        assert [a.name for a in found("Police patrol cars were burned by the crowd.")] == ["Police", "crowd"]

    def test_the_town_of_a_persons_name_is_no_government(self) -> None:
        assert of("The inquiry heard Victoria Muster. Victoria said it rained.", "Victoria").name == "Victoria Muster"

    def test_where_two_would_fit_it_is_neither(self) -> None:
        text = "A gunman shot a guard. A killer fled from prison. Police sought the attacker."
        assert texts(of(text, "attacker")) == ["attacker"]

    def test_they_are_the_subject_spoken_of(self) -> None:
        text = "Farmers cheered the students. They had blocked the road."
        assert "They" in texts(of(text, "Farmers"))


class TestNoNames:
    def test_who_wrote_is_nobody_of_the_story(self) -> None:
        assert "Ann Fielding" not in {a.name for a in found("By Ann Fielding\n\nRebels seized the town.")}

    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("FILE - Police stand guard near the court.", "FILE"),
            ("Outcry grew after the vote.", "Outcry"),
            ("Nightmare returns to the valley.", "Nightmare"),
        ],
    )
    def test_a_word_of_the_dictionary_is_no_name_where_a_capital_proves_nothing(self, text: str, word: str) -> None:
        assert all(word not in mention for a in found(text) for mention in texts(a))

    def test_half_a_compound_is_no_part_of_a_name(self) -> None:
        assert of("The best-run bank in town closed.", "bank").name == "bank"

    def test_leaders_are_not_named_after_whom_the_parser_hangs_on_them(self) -> None:
        text = "Community leaders of Karl Muster met the police."
        assert of(text, "Community leaders").name == "Community leaders"
        assert of("Supporters of Karl Muster met the police.", "Supporters").name == "Supporters of Karl Muster"


class TestByToken:
    TEXT = "The Iraqi government's spokesman met U.S. troops."

    def test_a_head_belongs_to_the_mention_it_heads(self) -> None:
        who = actors.by_token(annotation(self.TEXT), found(self.TEXT))
        names = {actor.id: actor.name for actor in found(self.TEXT)}
        by_word = {t.text: names.get(who.get(t.i, ""), "") for t in annotation(self.TEXT).tokens}
        assert by_word["government"] == "Iraqi government"
        assert "spokesman" in by_word["spokesman"]
        assert by_word["troops"] == "U.S. troops"
        assert by_word["met"] == ""

    def test_the_shortest_mention_wins_at_a_token(self) -> None:
        who = actors.by_token(annotation(self.TEXT), found(self.TEXT))
        names = {actor.id: actor.name for actor in found(self.TEXT)}
        token = next(t for t in annotation(self.TEXT).tokens if t.text == "U.S.")
        assert names[who[token.i]] == "United States"


def test_a_deed_is_nobody_whom_it_befell() -> None:
    told = found("Police confirmed the kidnapping of engineer Tomas Ferriol near Maiduguri on Wednesday.")
    assert not [actor for actor in told if "kidnapping" in texts(actor)]


@pytest.mark.parametrize("text", ["South America left the talks.", "Leaders of Central American countries left."])
def test_the_americas_are_not_the_united_states(text: str) -> None:
    assert "USA" not in {actor.country for actor in actors.find(annotation(text), places.find(annotation(text)))}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Police in Victoria, Australia, arrested three men. Victoria said it was safe.", "Seychelles"),
        ("Shell fire killed two soldiers.", "Royal Dutch Shell"),
        ("Wagner was cheered in the opera house.", "Wagner Group"),
    ],
)
def test_an_ambiguous_name_is_nobody_the_data_knows(text: str, wrong: str) -> None:
    assert wrong not in {actor.name for actor in actors.find(annotation(text), places.find(annotation(text)))}


def test_a_name_that_its_noun_makes_clear_is_known() -> None:
    assert of("Wagner fighters left the town.", "Wagner fighters").name == "Wagner Group"
    assert of("In Lagos, Shell raised its prices. Shell workers went on strike.", "its").name == "Royal Dutch Shell"


@pytest.mark.parametrize(
    "text", ["The ministers met. Police arrested two men.", "The mayor met Police Commissioner Ann Example."]
)
def test_a_name_is_not_made_of_a_verb_and_what_follows_it(text: str) -> None:
    assert "Scotland Yard" not in [actor.name for actor in found(text)]
