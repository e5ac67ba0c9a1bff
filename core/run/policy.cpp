#include "run/policy.h"

#include <algorithm>
#include <array>

namespace orchestrator {
namespace {

using enum Status;
using Source = std::string_view;

constexpr std::array course_states{
    StateWord{pending, Reason::none, "PENDING"}, StateWord{running, Reason::none, "RUNNING"},
    StateWord{success, Reason::none, "SUCCESS"}, StateWord{failed, Reason::none, "FAILED"},
    StateWord{skipped, Reason::none, "SKIPPED"},
};

constexpr std::array github_states{
    StateWord{pending, Reason::none, "queued"},        StateWord{running, Reason::none, "in_progress"},
    StateWord{success, Reason::none, "success"},       StateWord{failed, Reason::none, "failure"},
    StateWord{failed, Reason::timed_out, "cancelled"}, StateWord{failed, Reason::cancelled, "cancelled"},
    StateWord{skipped, Reason::none, "skipped"},       StateWord{skipped, Reason::cancelled, "cancelled"},
};
constexpr std::array github_sources{
    Source("https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idneeds"),
    Source("https://docs.github.com/en/actions/reference/workflows-and-actions/"
           "workflow-syntax#jobsjob_idcontinue-on-error"),
    Source("https://docs.github.com/en/actions/reference/workflows-and-actions/"
           "workflow-syntax#jobsjob_idstrategyfail-fast"),
    Source("https://docs.github.com/en/actions/reference/workflows-and-actions/"
           "workflow-syntax#jobsjob_idtimeout-minutes"),
    Source("https://github.com/actions/toolkit/issues/581"),
    Source("https://github.com/go-gitea/gitea/pull/38100"),
};

constexpr std::array gitlab_states{
    StateWord{pending, Reason::none, "created"},       StateWord{running, Reason::none, "running"},
    StateWord{success, Reason::none, "success"},       StateWord{failed, Reason::none, "failed"},
    StateWord{failed, Reason::cancelled, "canceled"},  StateWord{skipped, Reason::none, "skipped"},
    StateWord{skipped, Reason::cancelled, "canceled"},
};
constexpr std::array gitlab_sources{
    Source("https://docs.gitlab.com/ci/yaml/#retry"),
    Source("https://docs.gitlab.com/ci/yaml/#allow_failure"),
    Source("https://docs.gitlab.com/ci/yaml/#needs"),
    Source("https://docs.gitlab.com/ci/yaml/#timeout"),
    Source("https://docs.gitlab.com/ci/yaml/#workflowauto_cancelon_job_failure"),
    Source("https://gitlab.com/gitlab-org/gitlab/-/merge_requests/39205"),
    Source("https://gitlab.com/gitlab-org/gitlab/-/issues/32598"),
};

constexpr std::array airflow_states{
    StateWord{pending, Reason::none, "none"},           StateWord{running, Reason::none, "running"},
    StateWord{running, Reason::failed, "up_for_retry"}, StateWord{running, Reason::timed_out, "up_for_retry"},
    StateWord{success, Reason::none, "success"},        StateWord{failed, Reason::none, "failed"},
    StateWord{skipped, Reason::none, "skipped"},        StateWord{skipped, Reason::upstream, "upstream_failed"},
};
constexpr std::array airflow_sources{
    Source("https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/tasks.html"),
    Source("https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/dags.html#trigger-rules"),
    Source("https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/dag-run.html#dag-run-status"),
    Source("https://github.com/apache/airflow/pull/29406"),
    Source("https://github.com/apache/airflow/issues/57061"),
};

constexpr std::array argo_states{
    StateWord{pending, Reason::none, "Pending"},     StateWord{running, Reason::none, "Running"},
    StateWord{success, Reason::none, "Succeeded"},   StateWord{failed, Reason::none, "Failed"},
    StateWord{skipped, Reason::none, "not started"}, StateWord{skipped, Reason::upstream, "Omitted"},
};
constexpr std::array argo_sources{
    Source("https://argo-workflows.readthedocs.io/en/latest/retries/"),
    Source("https://argo-workflows.readthedocs.io/en/latest/walk-through/dag/"),
    Source("https://argo-workflows.readthedocs.io/en/latest/enhanced-depends-logic/"),
    Source("https://argo-workflows.readthedocs.io/en/latest/fields/#dagtemplate"),
    Source("https://argo-workflows.readthedocs.io/en/latest/fields/#retrystrategy"),
    Source("https://argo-workflows.readthedocs.io/en/latest/fields/#continueon"),
    Source("https://github.com/argoproj/argo-workflows/pull/5227"),
};

constexpr std::array all{
    Policy{
        .id = "course",
        .name = "The course",
        .retries = Retries::count_attempts,
        .skip_time = SkipTime::in_turn,
        .fail_fast = FailFast::starts_nothing,
        .states = course_states,
        .words =
            "max_retries counts attempts: 3 means at most three. Fail-fast marks everything that has not started "
            "SKIPPED, whether it depends on the failure or not; otherwise a step is skipped, in its turn, when one "
            "that it depends on failed or was skipped. The run fails when any step fails. allow_failure is ignored.",
        .sources = {},
    },
    Policy{
        .id = "github-actions",
        .name = "GitHub Actions",
        .retries = Retries::none,
        .skip_time = SkipTime::when_all_settled,
        .fail_fast = FailFast::unknown,
        .allowance = {.lets_run_pass = true, .lets_dependents_run = true},
        .states = github_states,
        .words = "A job is not retried by itself. A job that needs a failed or skipped one is skipped, and so on down "
                 "the line; other branches go on. fail-fast is a rule within a matrix only, so the file's fail_fast is "
                 "ignored. continue-on-error (here allow_failure) lets the run pass all the same.",
        .sources = github_sources,
        .disputed =
            "The manual says that continue-on-error keeps a failed job from failing the run, and says nothing "
            "of the jobs that need it. By reports (actions/toolkit issue 581) they see its result as success "
            "and run, and so they do here; Gitea's engine, which follows the same files, skips them (pull request "
            "38100). The manual "
            "says that a job that takes too long is cancelled; the API also knows the conclusion timed_out.",
    },
    Policy{
        .id = "gitlab",
        .name = "GitLab CI/CD",
        .retries = Retries::beyond_first,
        .most_retries = 2,
        .skip_time = SkipTime::when_all_settled,
        .fail_fast = FailFast::unknown,
        .allowance = {.lets_run_pass = true, .lets_dependents_run = true},
        .states = gitlab_states,
        .allowed_failure = "failed (allowed to fail)",
        .words =
            "retry counts attempts beyond the first, and is 0, 1 or 2. A job that needs a failed or skipped one is "
            "skipped; other branches go on, and the file's fail_fast is ignored. A failure with allow_failure "
            "counts as a success: the jobs that need it run and the pipeline passes, with a warning.",
        .sources = gitlab_sources,
        .disputed =
            "The manual does not say what becomes of a job that needs a failed or skipped one; merge request 39205 "
            "does. Issue 32598 disputes that jobs run which need one that was allowed to fail. Two things are left out "
            "here: stages, for every dependency is a needs; and auto_cancel:on_job_failure, which is off unless a "
            "pipeline asks for it, and cancels all of it after a failure.",
    },
    Policy{
        .id = "airflow",
        .name = "Apache Airflow",
        .retries = Retries::beyond_first,
        .skip_time = SkipTime::at_first_failure,
        .fail_fast = FailFast::cancels_running,
        .waiting_at_fail_fast = Status::skipped,
        .verdict = Verdict::leaves,
        .states = airflow_states,
        .words =
            "retries counts attempts beyond the first; a task between two attempts is up_for_retry. Under the rule "
            "all_success a task becomes upstream_failed as soon as one parent fails. fail_fast (once fail_stop) fails "
            "what is running and skips the rest. The run's status follows from the leaf tasks alone: it fails when one "
            "of "
            "them is failed or upstream_failed. There is no allow_failure: it is ignored.",
        .sources = airflow_sources,
        .disputed = "By the documented rule a run passes when all its leaves were skipped, even if fail_fast skipped "
                    "them after a failure; apache/airflow issue 57061 reports just that as a bug for runs that were "
                    "marked failed. Here the documented rule holds.",
    },
    Policy{
        .id = "argo",
        .name = "Argo Workflows",
        .retries = Retries::beyond_first,
        .skip_time = SkipTime::when_all_settled,
        .fail_fast = FailFast::starts_nothing,
        .allowance = {.lets_run_pass = true, .lets_dependents_run = true},
        .states = argo_states,
        .words = "retryStrategy.limit counts attempts beyond the first. With failFast, as usual, nothing new starts "
                 "after a failure, and what runs finishes; otherwise all branches run to their ends. A task that "
                 "depends on a "
                 "failed or omitted one is Omitted. continueOn.failed (here allow_failure) lets dependents run and the "
                 "workflow pass.",
        .sources = argo_sources,
        .disputed =
            "By the manual, and here, nothing new starts under failFast once a task has failed. In practice new tasks "
            "do "
            "start for as long as another one runs: a maintainer says so in pull request 5227, and issue 10312 calls "
            "it a bug. The manual does not say whether a task that fails after another's failure is still retried then "
            "(here it is not), nor what a task is called that was never started.",
    },
};

}  // namespace

std::span<const Policy> policies() { return all; }

const Policy* find_policy(std::string_view id) {
  const auto* const found =
      std::find_if(all.begin(), all.end(), [id](const Policy& policy) { return policy.id == id; });
  return found == all.end() ? nullptr : found;
}

std::string_view state_word(const Policy& policy, Status status, Reason reason, bool allowed) {
  if (allowed && status == failed && !policy.allowed_failure.empty()) return policy.allowed_failure;
  std::string_view word;
  for (const StateWord& state : policy.states) {
    if (state.status != status) continue;
    if (state.reason == reason) return state.word;
    if (state.reason == Reason::none) word = state.word;
  }
  return word;
}

int attempts_allowed(const Policy& policy, const StepDefinition& step) {
  if (!step.max_retries || policy.retries == Retries::none) return StepDefinition::default_max_retries;
  const int given = std::min(*step.max_retries, policy.most_retries);
  return policy.retries == Retries::count_attempts ? given : 1 + std::max(given, 0);
}

}  // namespace orchestrator
