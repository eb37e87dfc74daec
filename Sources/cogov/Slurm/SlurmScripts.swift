import Experiments
import Foundation
import Tables

/// The three scripts that compute a batch with Slurm: an array of tasks, each with its share of the runs, the
/// job that unites their results, and the one that submits both.
struct SlurmScripts: Sendable, Equatable {
  /// Name of the experiment, for people who look at the queue.
  var name: String
  /// Absolute path of cogov, the same on all machines of the cluster.
  var program: String
  /// The folder from which the paths of `words` count.
  var workingFolder: String
  /// Operand and options of `cogov batch`, not yet quoted, without those for threads, shard and folder.
  var words: [String]
  /// Absolute path of the folder of results.
  var results: String
  /// Absolute path of the folder of these scripts and of what the jobs print.
  var folder: String
  var tasks: Int
  var timeLimit: SlurmTime
  var megabytes: Int
  var partition: String?
  var account: String?
  /// The command line that made the scripts.
  var command: String

  /// A task that was interrupted so often makes no headway, such as with a time limit below one run.
  static let mostRestarts = 20
  /// By this line a script is known as one that may be written again.
  static let mark = "# Written by cogov slurm; the next such command for the same results writes it again."

  static let names = (array: "array.sh", merge: "merge.sh", submit: "submit.sh")

  /// Every script with the name of its file.
  var files: [(name: String, text: String)] {
    [(Self.names.array, array), (Self.names.merge, merge), (Self.names.submit, submit)]
  }

  var array: String {
    let share = "\"$SLURM_ARRAY_TASK_ID/\(tasks)\""
    let line =
      ([program, "batch"] + words + ["--threads", "1"]).map(Shell.quoted)
      + ["--shard", share, "--out", Shell.quoted(results)]
    return header(
      log: "task-%a.log",
      directives: [
        "array=1-\(tasks)", "time=\(timeLimit)", "mem=\(megabytes)M", "requeue", "signal=B:USR1@60",
      ],
      about: """
        One task of the array computes its share of the runs on one core. A task that ended early keeps what
        it has finished: submitted or requeued again, it goes on from there.
        """)
        + """
        task="${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
        restarts=${SLURM_RESTART_COUNT:-0}
        echo "Task $SLURM_ARRAY_TASK_ID of \(tasks), job $task on $(uname -n), restarts: $restarts"

        # Both signals stop cogov politely; USR1 says that the time limit is near.
        child=
        stopped=
        stop() {
          stopped="$stopped $1"
          if [[ -n $child ]]; then kill -TERM "$child" 2>/dev/null; fi
        }
        trap 'stop TERM' TERM
        trap 'stop USR1' USR1

        \(line.joined(separator: " ")) &
        child=$!
        if [[ -n $stopped ]]; then kill -TERM "$child" 2>/dev/null; fi
        # A signal ends "wait" before the child has ended.
        while kill -0 "$child" 2>/dev/null; do wait "$child"; done
        wait "$child"
        status=$?

        if [[ $stopped == *USR1* && $status == 130 ]]; then
          if ((restarts >= \(Self.mostRestarts))); then
            echo "The time limit came \(Self.mostRestarts + 1) times before the end: give more with --time, or --checkpoint-every." >&2
          elif scontrol requeue "$task"; then
            echo "The time limit is near: the task goes on when Slurm starts it again."
          else
            echo "The time limit is near, and the task could not be requeued: submit it again." >&2
          fi
        elif [[ $status == 137 ]]; then
          echo "cogov was killed, perhaps for want of memory: give more with --memory." >&2
        fi
        exit "$status"

        """
  }

  var merge: String {
    header(
      log: "merge.log",
      directives: ["time=\(min(timeLimit, SlurmTime(seconds: 1800)))", "mem=1024M", "requeue"],
      about: """
        Unites the results of all tasks into the tables that one machine would have written. Exit status: 0 done,
        1 some runs failed, 4 incomplete; its output says what is missing.
        """)
        + """
        exec \(Shell.quoted(program)) merge \(Shell.quoted(results))

        """
  }

  var submit: String {
    """
    #!/usr/bin/env bash
    \(Self.mark)
    # Submits the array, then the merge, which waits until every task has ended, well or not.
    # A task that squeue shows as running, while its log lacks a line with its present number of restarts
    # ("scontrol show job ARRAY_TASK" has it), was lost by Slurm, whose daemons ended before they had started it.
    # It never starts by itself; "scontrol requeue ARRAY_TASK" starts it again. Left alone it ends at its time
    # limit, and merge.log says which runs are missing; submit again.
    # Made by:
    \(Self.comment(command))
    set -euo pipefail
    array=$(sbatch --parsable \(Shell.quoted("\(folder)/\(Self.names.array)")))
    array=${array%%;*}
    merge=$(sbatch --parsable --dependency="afterany:$array" \(Shell.quoted("\(folder)/\(Self.names.merge)")))
    merge=${merge%%;*}
    echo "Submitted the array $array with \(tasks) tasks, and the merge $merge."
    echo "See how far they are: squeue -j $array,$merge"
    echo "What they print is in" \(Shell.quoted(folder))
    echo "Results will be in" \(Shell.quoted(results))

    """
  }

  /// What both jobs begin with, down to the folder they work in.
  private func header(log: String, directives: [String], about: String) -> String {
    // In the name of the output, a single % begins a pattern.
    let place = folder.unicodeScalars.map { $0 == "%" ? "%%" : String($0) }.joined()
    let common = [
      "job-name=cogov-\(job)", "output=\(Self.directiveWord("\(place)/\(log)"))", "open-mode=append",
      "ntasks=1", "cpus-per-task=1",
    ]
    let site = [("partition", partition), ("account", account)].compactMap { name, value in
      value.map { "\(name)=\(Self.directiveWord($0))" }
    }
    return """
      #!/usr/bin/env bash
      \((common + directives + site).map { "#SBATCH --\($0)" }.joined(separator: "\n"))
      \(Self.mark)
      \(Self.comment(about))
      # Made by:
      \(Self.comment(command))
      set -u
      cd \(Shell.quoted(workingFolder)) || exit 4


      """
  }

  /// Lines of a comment, wherever somebody may see a line end.
  private static func comment(_ text: String) -> String {
    text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 != "\t" && PlainText.isHidden($0) }
      .map { "# \(String($0))" }.joined(separator: "\n")
  }

  /// Whether a word can stand on an `#SBATCH` line: it has no line break, and no backslash, by which sbatch and bash
  /// would end the quotes at other places.
  static func canDirect(_ word: String) -> Bool {
    !word.unicodeScalars.contains { $0 == "\\" || PlainText.isHidden($0) }
  }

  /// A word of an `#SBATCH` line. sbatch reads these by rules of its own, with one way to quote everything.
  private static func directiveWord(_ word: String) -> String {
    let escaped = word.unicodeScalars.map { $0 == "\"" ? "\\\"" : String($0) }
    return "\"" + escaped.joined() + "\""
  }

  /// The experiment's name as that of a job: letters, digits and a few signs.
  private var job: String {
    String(
      name.map { character in
        let isWord = character.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
            || $0.properties.generalCategory == .nonspacingMark || "._-".unicodeScalars.contains($0)
        }
        return isWord ? character : "-"
      })
  }
}
