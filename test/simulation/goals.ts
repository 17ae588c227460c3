/**
 * The rare states that a run must have reached before "no violation" says anything: each is counted, and one that was not reached is red.
 * The number is how many organisation-years a run must have before it is asked for.
 */
export const goals = {
  killed_and_rolled_back: 5,
  killed_but_committed: 10,
  killed_in_sweep: 40,
  killed_in_delivery: 20,
  connection_lost_in_an_act: 10,
  connection_lost_in_a_job: 10,
  job_asked_for_twice_at_once: 10,
  exam_month_kept: 5,
  kept_exam_months_checked: 10,
  mail_taken_but_reply_lost: 5,
  mail_taken_twice: 10,
  mail_refused_for_now: 5,
  mail_refused_for_good: 10,
  mail_repeated_under_its_id: 10,
  mail_server_away_for_days: 20,
  mail_parked_after_its_last_try: 100,
  parked_mail_retried_by_staff: 20,
  mail_no_longer_due_withheld: 20,
  mail_of_something_undone_withheld: 400,
  mail_superseded_by_newer_stage: 100,
  mail_held_back_for_24_hours: 100,
  mail_waited_for_the_morning: 2,
  stage_skipped_by_a_week_down: 20,
  clock_set_back: 5,
  dst_day: 2,
  first_certificate: 1,
  renewed_on_first_day_of_window: 20,
  renewed_on_last_day: 40,
  passed_on_the_day_after_the_end: 40,
  came_back_after_a_lapse: 40,
  refused_before_the_window: 20,
  passed_by_exception_before_the_window: 40,
  passed_again_after_revocation: 40,
  chain_begun_on_29_february: 100,
  renewal_of_a_chain_from_29_february: 400,
  passed_on_another_day_than_in_utc: 10,
  refused_in_cool_down: 20,
  refused_until_released: 100,
  answer_counted_after_the_deadline: 20,
  answer_too_late: 20,
  handed_in_by_the_deadline: 10,
  fell_by_expiry: 40,
  fell_by_leaving: 20,
  fell_by_revocation: 40,
  fell_by_suspension: 40,
  fell_by_administrator_flag: 40,
  restored: 20,
  fell_twice_on_one_day: 400,
  told_again_after_a_week: 20,
  first_reached_three: 5,
  transferred_while_counted: 40,
  left_on_a_later_day: 10,
  revoked_with_earlier_effect: 40,
  suspended_over_its_end: 100,
  reinstated: 20,
  opted_out_while_below: 100,
  level_changed_while_obliged: 20,
} as const;

export type Goal = keyof typeof goals;

export class GoalCounter {
  private readonly counts = new Map<Goal, number>((Object.keys(goals) as Goal[]).map((goal) => [goal, 0]));

  reached(goal: Goal, times = 1): void {
    this.counts.set(goal, (this.counts.get(goal) ?? 0) + times);
  }

  all(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }

  /** What a run of this size should have reached and has not. */
  missed(organisationYears: number): Goal[] {
    return (Object.keys(goals) as Goal[]).filter(
      (goal) => goals[goal] <= organisationYears && this.counts.get(goal) === 0,
    );
  }
}
