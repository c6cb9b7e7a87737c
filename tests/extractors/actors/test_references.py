"""Who is meant by pronouns, appositions and what somebody is said to be. Sentences are invented."""

from __future__ import annotations

import pytest
from acting import found, of, texts


class TestPronouns:
    def test_he_is_the_only_man(self) -> None:
        text = "Minister Karl Muster resigned. He gave no reason."
        assert texts(of(text, "Karl Muster"), "pronoun") == ["He"]

    def test_she_is_not_mr(self) -> None:
        text = "Mr. Muster met Mrs. Fielding. She was late."
        assert texts(of(text, "Fielding"), "pronoun") == ["She"]

    def test_a_possessive_is_bound_to_the_subject(self) -> None:
        text = "The union told its members to stay at home."
        assert texts(of(text, "union"), "pronoun") == ["its"]

    def test_he_is_nobody_where_he_may_be_two(self) -> None:
        text = "Karl Muster died after Peter Beispiel stabbed him. He was arrested."
        assert "He" not in [*texts(of(text, "Karl Muster"), "pronoun"), *texts(of(text, "Peter Beispiel"), "pronoun")]

    def test_him_is_not_who_acts(self) -> None:
        text = "Karl Muster met Peter Beispiel on Monday, accusing him of theft."
        assert texts(of(text, "Karl Muster"), "pronoun") == []
        assert texts(of(text, "Peter Beispiel"), "pronoun") == ["him"]

    def test_a_house_is_not_its_committee(self) -> None:
        text = "The House Ways and Means Committee met on Monday. The House voted on Thursday."
        assert texts(of(text, "House Ways and Means Committee"), "name") == ["House Ways and Means Committee"]

    def test_two_men_leave_he_open(self) -> None:
        text = "Karl Muster and Peter Beispiel were arrested. A lawyer said he was innocent."
        assert all("he" not in texts(a) for a in found(text) if a.name in ("Karl Muster", "Peter Beispiel"))

    @pytest.mark.parametrize(
        ("text", "who", "pronoun"),
        [
            ("The minister, who had resigned, left the country.", "minister", "who"),
            ("Police arrested farmers whose tractors blocked the road.", "farmers", "whose"),
            ("The union, which called the strike, has nine members.", "union", "which"),
        ],
    )
    def test_a_relative_pronoun_is_whom_its_clause_hangs_on(self, text: str, who: str, pronoun: str) -> None:
        assert texts(of(text, who), "pronoun") == [pronoun]

    def test_he_is_the_subject_spoken_of_and_not_who_is_quoted_about(self) -> None:
        text = (
            "Karl Muster visited the dam with Peter Beispiel.\n\n"
            '"Robert Vogel built it badly. It will not hold." He asked for repairs.'
        )
        assert texts(of(text, "Karl Muster"), "pronoun") == ["He"]

    def test_who_is_told_to_be_she_is_not_he(self) -> None:
        text = "Kyra Vogel praised her team. Ivo Muster was late. He apologised. She laughed."
        assert "She" in texts(of(text, "Kyra Vogel"), "pronoun")

    def test_subject_and_object_of_a_verb_are_two(self) -> None:
        text = "Peter Beispiel opened the meeting. Karl Muster greeted him."
        assert texts(of(text, "Peter Beispiel"), "pronoun") == ["him"]

    def test_i_am_who_speaks(self) -> None:
        text = '"I was beaten," said Karl Muster. "They robbed me on Monday. My coat is gone."'
        assert texts(of(text, "Karl Muster")) == ["I", "Karl Muster", "me", "My"]

    def test_we_are_the_body_that_speaks_but_nobody_beside_a_person(self) -> None:
        assert texts(of('"We will not yield," Volkswagen said in a statement.', "Volkswagen")) == ["We", "Volkswagen"]
        assert texts(of('"We will not yield," Karl Muster said.', "Karl Muster")) == ["Karl Muster"]

    def test_we_are_the_body_whose_officer_speaks(self) -> None:
        text = '"We will not yield," said Karl Muster, president of Volkswagen.'
        assert texts(of(text, "Volkswagen")) == ["We", "Volkswagen"]

    def test_it_goes_on_as_the_subject_of_the_sentence_before(self) -> None:
        text = "Belarus recalled its envoy to France. It expelled the bishop."
        assert texts(of(text, "Belarus"), "pronoun") == ["its", "It"]

    @pytest.mark.parametrize(
        "text",
        [
            "Belarus sent a parcel to France. It exploded on Monday.",
            "Belarus is a neighbour of Poland. It carries trains.",
            'Belarus told France: "The bridge is closed." "It fell."',
        ],
    )
    def test_it_may_be_a_thing(self, text: str) -> None:
        assert all("It" not in texts(a) for a in found(text))

    def test_it_rains(self) -> None:
        assert all("it" not in texts(a) for a in found("The army waited because it rained."))


class TestBodies:
    def test_the_company_is_the_one_firm(self) -> None:
        text = "Example Motors Inc. will close two plants. The company blamed weak demand."
        assert "company" in texts(of(text, "Example Motors Inc."))

    def test_of_two_firms_the_company_is_neither(self) -> None:
        text = "A court heard Fielding Corp. and Muster Ltd. on Monday. The company won."
        assert all("company" not in texts(a) for a in found(text) if a.name.endswith((".", "Corp", "Ltd")))

    def test_a_prize_is_no_actor(self) -> None:
        assert [a.name for a in found("She received the Example Peace Prize.") if "Prize" in a.name] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her mother-in-law stabbed a haulier.", "mother-in-law"),
        ("The NC NAACP is suing the election boards of Ashby.", "NC NAACP"),
        ("On 18 October guerrilla forces attacked the post.", "guerrilla forces"),
        ("The President-Elect praised President Ann Example.", "President-Elect"),
    ],
)
def test_a_name_is_whole_and_has_no_more_than_itself(text: str, name: str) -> None:
    assert name in {a.name for a in found(text)}


def test_what_stands_before_a_thing_with_a_hyphen_is_nobody() -> None:
    assert not any("party" in texts(a) for a in found("Leaders left an all-party meeting in Gao."))


def test_two_offices_of_one_word_are_two() -> None:
    text = "Ann Example, a commissioner for works, met Tom Clint. The governor sacked the commissioner for schools."
    assert "commissioner" not in texts(of(text, "Ann Example"), "nominal")[1:]


def test_another_word_for_the_only_one_of_his_trade() -> None:
    assert "prelate" in texts(
        of("Archbishop Ivo Tull spoke in Gao. The prelate blamed the army.", "Ivo Tull"), "nominal"
    )


@pytest.mark.parametrize(
    ("text", "words", "name", "written"),
    [
        ("The FBI arrested three men. FBI agents searched a house.", "FBI", "Federal Bureau of Investigation", "FBI"),
        ("The Federal Bureau of Investigation said so. The FBI left.", "FBI", "Federal Bureau of Investigation", None),
        ("An Iraqi raid killed two men.", "Iraqi", "Iraq", None),
    ],
)
def test_an_actor_keeps_the_fullest_name_that_the_text_gives_it(
    text: str, words: str, name: str, written: str | None
) -> None:
    actor = of(text, words)
    assert (actor.name, actor.written) == (name, written)


@pytest.mark.parametrize(
    "text",
    [
        "Belarus recalls envoy\n\nBelarus recalled its envoy on Monday.",
        "Rebels kill guards\n\nRebels killed two guards.",
    ],
)
def test_a_headline_leaves_out_what_the_report_says_of_the_same_people(text: str) -> None:
    assert len([a for a in found(text) if a.name in ("envoy", "guards")]) == 1


def test_a_prime_minister_is_not_the_minister_of_the_headline() -> None:
    text = "Minister resigns over leak\n\nPrime Minister Ann Example thanked Karl Muster, who ran the ministry."
    assert "Minister" not in texts(of(text, "Ann Example"), "nominal")


class TestPredicates:
    @pytest.mark.parametrize(
        "text",
        [
            "A gunman fired on a crowd. Police identified the gunman as Ivo Tull.",
            "A gunman fired on a crowd. Ivo Tull was the gunman.",
            "A gunman named Ivo Tull fired on a crowd.",
        ],
    )
    def test_who_is_said_to_be_the_gunman_is(self, text: str) -> None:
        assert "Ivo Tull" in texts(next(a for a in found(text) if any("gunman" in t for t in texts(a))))

    @pytest.mark.parametrize(
        "text",
        [
            "A gunman fired on a crowd. Ivo Tull was not the gunman.",
            "A gunman fired on a crowd. Police denied that Ivo Tull was the gunman.",
            "A gunman fired on a crowd. Police wrongly identified the gunman as Ivo Tull.",
        ],
    )
    def test_who_is_not_said_to_be_is_not(self, text: str) -> None:
        assert "Ivo Tull" not in texts(next(a for a in found(text) if any("gunman" in t for t in texts(a))))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The club's treasurer, Anna Falk, accused the board of fraud.", "treasurer"),
        ("The plaintiff, Anna Falk, urged the court to free two men.", "plaintiff"),
        ('"We welcome guests," said a spokeswoman for Harbour hotels, Anna Falk.', "spokeswoman"),
    ],
)
def test_an_apposition_names_whoever_a_noun_tells_of(text: str, noun: str) -> None:
    (falk,) = [actor for actor in found(text) if actor.name == "Anna Falk"]
    assert noun in [mention.text for mention in falk.mentions]


class TestHeadlines:
    def test_an_office_is_the_only_one_below_who_holds_it(self) -> None:
        text = "President dissolves parliament\n\nPresident Karl Muster dissolved parliament on Wednesday."
        assert [a.name for a in found(text) if a.kind == "Person"] == ["Karl Muster"]
        assert len(texts(of(text, "Karl Muster"), "nominal")) == 2

    @pytest.mark.parametrize(
        "below",
        [
            "Former President Karl Muster spoke on Wednesday.",
            "President Karl Muster met President Eva Fielding on Wednesday.",
        ],
    )
    def test_not_one_who_held_it_nor_one_of_two(self, below: str) -> None:
        assert "President" in [a.name for a in found(f"President dissolves parliament\n\n{below}")]
