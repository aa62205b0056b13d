"""The golden cases' own rules, on a project that holds nothing but the mechanism."""

from pathlib import Path

import pytest

TEST = """
import pytest

@pytest.mark.golden("shout", ".out")
def test_shouting(case, expect):
    expect(case.read_text().upper())
"""
CONFTEST = Path(__file__).parents[1] / "conftest.py"


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.delenv("CI", raising=False)
    pytester.makeconftest(CONFTEST.read_text().replace('pytest_plugins = ["pytester"]', ""))
    pytester.makepyfile(TEST)
    cases = pytester.mkdir("golden") / "shout"
    (cases / "folder").mkdir(parents=True)
    (cases / "plain.story").write_text("rain")
    (cases / "plain.out").write_text("RAIN")
    (cases / "folder" / "main.story").write_text("wind")
    (cases / "folder" / "cast.story").write_text("not a case")
    (cases / "folder.out").write_text("WIND")
    return pytester


def golden(project: pytest.Pytester, name: str) -> Path:
    return project.path / "golden" / "shout" / name


def test_files_and_folders_are_cases(project: pytest.Pytester) -> None:
    project.runpytest().assert_outcomes(passed=2)


def test_a_different_golden_fails_and_shows_what_changed(project: pytest.Pytester) -> None:
    golden(project, "plain.out").write_text("SUN")
    result = project.runpytest()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["plain.out is different", "-SUN", "+RAIN"])


def test_a_missing_golden_fails(project: pytest.Pytester) -> None:
    golden(project, "plain.out").unlink()
    result = project.runpytest()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["plain.out is missing*"])


def test_an_orphan_golden_fails(project: pytest.Pytester) -> None:
    golden(project, "plain.story").unlink()
    result = project.runpytest()
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["plain.out has no case*"])


def test_a_folder_without_cases_is_a_mistake(project: pytest.Pytester) -> None:
    project.makepyfile(TEST.replace("shout", "whisper"))
    assert project.runpytest().ret != pytest.ExitCode.OK


def test_an_update_writes_what_is_missing_or_different_and_removes_orphans(project: pytest.Pytester) -> None:
    golden(project, "plain.out").write_text("SUN")
    golden(project, "folder.out").unlink()
    golden(project, "orphan.out").write_text("NOBODY")
    project.runpytest("--update-golden").assert_outcomes(passed=2, skipped=1)
    assert golden(project, "plain.out").read_text() == "RAIN"
    assert golden(project, "folder.out").read_text() == "WIND"
    assert not golden(project, "orphan.out").exists()
    project.runpytest().assert_outcomes(passed=2)


def test_an_update_is_refused_in_ci(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    golden(project, "plain.out").write_text("SUN")
    assert project.runpytest("--update-golden").ret == pytest.ExitCode.USAGE_ERROR
    assert golden(project, "plain.out").read_text() == "SUN"
