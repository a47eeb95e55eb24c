"""Mutations: a law, one change of the code, and the property that must then fail. None of the laws is vacuous."""

from __future__ import annotations

from dataclasses import dataclass

LAWS = tuple(f"P{i}" for i in range(1, 17))
_FIRST, _MORE, _CHANCE = "test_laws.py", "test_more_laws.py", "test_laws_of_chance.py"
_DIRECTED = "test_directed_laws.py"


@dataclass(frozen=True, slots=True)
class Mutation:
    """``old`` stands once in ``file`` (below ``fairness_desktop/scoring``); with ``new`` the property goes red."""

    law: str
    breaks: str
    file: str
    old: str
    new: str
    module: str
    test: str

    @property
    def node(self) -> str:
        """The property as pytest names it."""
        return f"tests/scoring/{self.module}::{self.test}"


MUTATIONS = (
    Mutation(
        "P1", "an effect counts by its size, whichever its sign", "points.py",
        "weights[c] * x for c, x", "weights[c] * abs(x) for c, x",
        _FIRST, "test_that_raising_an_effect_raises_points_and_worsens_nothing",
    ),
    Mutation(
        "P2", "scores run to 300, not to 100", "points.py",
        "100 / 3 * t / most", "100 * t / most",
        _FIRST, "test_that_scores_stay_within_a_hundred_and_turn_with_their_effects",
    ),
    Mutation(
        "P3", "a group counts for one person more than it has", "points.py",
        "g.size * need[g.id] * means", "(g.size + 1) * need[g.id] * means",
        _FIRST, "test_that_k_times_the_people_leaves_all_but_points",
    ),
    Mutation(
        "P4", "swing weights are taken for shares of a hundred", "points.py",
        "swing[c] / total", "swing[c] / 100",
        _FIRST, "test_that_swing_weights_need_not_add_up_to_anything",
    ),
    Mutation(
        "P5", "leximin counts groups, not persons", "welfare.py",
        "] += group.size", "] += 1",
        _DIRECTED, "test_that_leximin_counts_persons_however_they_are_grouped",
    ),
    Mutation(
        "P5", "groups enter the seed in the order typed", "inputs.py",
        "tuple(sorted(groups, key=lambda g: g.id))", "tuple(groups)",
        _CHANCE, "test_that_the_order_of_rows_changes_no_byte_of_what_is_drawn",
    ),
    Mutation(
        "P6", "the better off weigh more", "points.py",
        "g.living_standard**-elasticity", "g.living_standard**elasticity",
        _FIRST, "test_that_a_gain_moved_to_the_poorer_raises_points_only_where_need_weighs",
    ),
    Mutation(
        "P7", "the unweighted score weighs a little", "score.py",
        "p.need_weights(inputs, 0.0)", "p.need_weights(inputs, 0.1)",
        _FIRST, "test_that_without_elasticity_the_score_is_the_unweighted_one",
    ),
    Mutation(
        "P8", "a score is held against all people, touched or not", "points.py",
        "g.size * reach[g.id] * need[g.id]", "g.size * need[g.id]",
        _FIRST, "test_that_a_group_nobody_touches_changes_no_order",
    ),
    Mutation(
        "P9", "a score has no sign", "points.py",
        "100 / 3 * t / most", "100 / 3 * abs(t) / most",
        _FIRST, "test_that_scores_rank_as_points_do",
    ),
    Mutation(
        "P10", "every option has the highest reach of all", "points.py",
        "inputs.effects[pair].reach * a", "highest_reach(inputs)[pair[1]] * a",
        _FIRST, "test_that_one_option_changes_no_points_of_another",
    ),
    Mutation(
        "P11", "fewest points rank first", "points.py",
        "(-rounded(total[o], PLACES), o)", "(rounded(total[o], PLACES), o)",
        _MORE, "test_that_an_option_worse_for_some_and_better_for_none_never_leads",
    ),
    Mutation(
        "P11", "a dear step stays on the frontier", "frontier.py",
        "while len(kept) > 1 and", "while len(kept) > 99 and",
        _DIRECTED, "test_that_prices_never_fall_along_a_frontier_of_many_steps",
    ),
    Mutation(
        "P12", "inequality is liked", "welfare.py",
        "power = 1 - aversion", "power = 1 + aversion",
        _MORE, "test_that_a_transfer_to_the_poorer_raises_the_equivalent",
    ),
    Mutation(
        "P13", "the last rank is not counted", "robustness/tally.py",
        "for rank in range(len(self._able)):", "for rank in range(len(self._able) - 1):",
        _CHANCE, "test_that_every_feasible_option_takes_one_rank_in_every_version",
    ),
    Mutation(
        "P13", "draws come from a new seed each time", "robustness/draws.py",
        "np.random.PCG64(int(inputs.seed, 16))", "np.random.PCG64()",
        _CHANCE, "test_that_the_same_inputs_give_the_same_versions",
    ),
    Mutation(
        "P14", "the need share counts people nobody reaches", "focus.py",
        "g.size * reach[g.id] for g in inputs.groups", "g.size * 1.0 for g in inputs.groups",
        _MORE, "test_that_a_gain_shared_as_reach_is_has_a_focus_of_one",
    ),
    Mutation(
        "P15", "the floor looks at the mean of the group, not at who is touched", "floor.py",
        "for_limits(touched_effect(effect, weights))", "for_limits(effect.reach * touched_effect(effect, weights))",
        _DIRECTED, "test_that_a_loss_in_all_things_is_red_however_few_it_reaches",
    ),
    Mutation(
        "P16", "a longer reason reaches fewer", "inputs.py",
        "ScoredEffect(float(effect.reach),", "ScoredEffect(float(effect.reach) / (1 + len(effect.because)),",
        _MORE, "test_that_words_change_no_figure",
    ),
    Mutation(
        "P16", "a longer reason changes the draws", "inputs.py",
        "ScoredEffect(float(effect.reach),", "ScoredEffect(float(effect.reach) / (1 + len(effect.because)),",
        _CHANCE, "test_that_words_change_nothing_that_is_drawn",
    ),
)  # fmt: skip


def as_markdown() -> str:
    """The table of docs/method.md."""
    head = "| law | a change of the code that breaks it | in `scoring/` | goes red |\n| --- | --- | --- | --- |\n"
    rows = (f"| {m.law} | {m.breaks} | `{m.file}` | `{m.test}` |\n" for m in MUTATIONS)
    return head + "".join(rows)
