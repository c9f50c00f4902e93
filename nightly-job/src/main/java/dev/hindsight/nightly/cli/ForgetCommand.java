package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.nightly.forget.BuyerErasure;
import dev.hindsight.nightly.forget.Erasure;
import dev.hindsight.nightly.jobs.JobHold;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes a buyer's id out of the lake. */
@Command(
    name = "forget",
    header = {
      "Take a buyer's id out of the lake, and keep it out.",
      "",
      "Example: hindsight forget --buyer --dry-run --lake /data/lake < buyer.txt",
      "         hindsight forget --buyer --yes --lake /data/lake < buyer.txt",
      ""
    },
    footer = {
      "",
      "The id comes from standard input: a command line is in the shell's history and in the list"
          + " of processes. Order lines stay and count; nobody is named as their buyer."
    })
final class ForgetCommand implements Callable<Integer> {
  private static final String NOBODY_TO_ASK =
      "Nobody can be asked here: say --dry-run to see what there is to do, or --yes to do it";

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Mixin private JobRepositoryOptions jobRepository = new JobRepositoryOptions();

  @Option(
      names = "--buyer",
      required = true,
      description = "A buyer, whose id is read from standard input.")
  private boolean isBuyer;

  @Option(names = "--dry-run", description = "Only tell what there is to do.")
  private boolean isDryRun;

  @Option(names = "--yes", description = "Do it without asking.")
  private boolean isYes;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      description = "Where the logs land: its files that name the buyer are told.")
  private @Nullable Path landing;

  @Option(
      names = "--outbox",
      paramLabel = "DIR",
      description = "Where reports are written (default: outbox beside the lake).")
  private @Nullable Path outbox;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Lake lake = lakeOption.existing();
    if (!isDryRun && !isYes && System.console() == null) {
      throw new UsageException(NOBODY_TO_ASK);
    }
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    BuyerErasure erasure = new BuyerErasure(lake, outbox(lake), landing, buyerId(input));
    String holder =
        "hindsight forget, process %d, since %s"
            .formatted(ProcessHandle.current().pid(), InstantSource.system().instant());
    try (LakeLock held = LakeLock.take(lake, holder);
        JobHold alsoHeld = jobRepository.of(lake).take(holder)) {
      return forget(erasure, input).code();
    }
  }

  private ExitCode forget(BuyerErasure erasure, BufferedReader input) throws IOException {
    if (isDryRun || !isYes) {
      tell(new ErasureText(erasure.plan(), erasure.lake()).planned());
    }
    if (isDryRun || !isYes && !isAgreed(input)) {
      tell(List.of("Nothing was changed."));
      return ExitCode.DONE;
    }
    Erasure done = erasure.erase(InstantSource.system());
    tell(new ErasureText(done, erasure.lake()).done());
    return done.remaining().isEmpty() ? ExitCode.DONE : ExitCode.LOOK;
  }

  private void tell(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }

  /** A question is no result, and told even where it is to be quiet. */
  private void ask(String question) {
    PrintWriter err = spec.commandLine().getErr();
    err.print(question);
    err.flush();
  }

  private boolean isAgreed(BufferedReader input) throws IOException {
    ask("Forget this buyer? [y/N] ");
    String answer = input.readLine();
    if (answer == null) {
      throw new UsageException(NOBODY_TO_ASK);
    }
    return answer.strip().equalsIgnoreCase("y");
  }

  private String buyerId(BufferedReader input) throws IOException {
    if (System.console() != null) {
      ask("Buyer's id: ");
    }
    String first = input.readLine();
    String id = first == null ? "" : first.strip();
    if (id.isEmpty()) {
      throw new UsageException(
          "Standard input has no buyer's id on its first line; write it there");
    }
    if (isYes && input.lines().anyMatch(line -> !line.isBlank())) {
      throw new UsageException("Standard input has several lines; write one buyer's id into it");
    }
    if (id.contains("@")) {
      throw new UsageException(
          "A buyer's id has no @, for no lake takes one that has; give the id that the lake knows");
    }
    return id;
  }

  private Path outbox(Lake lake) {
    return outbox != null
        ? outbox.toAbsolutePath().normalize()
        : lake.root().resolveSibling("outbox");
  }
}
