package io.hearthwatch.cli;

import io.hearthwatch.stack.ProgressLine;
import io.hearthwatch.stack.mapping.CsvImport;
import io.hearthwatch.stack.mapping.EventSink;
import io.hearthwatch.stack.mapping.ImportFailure;
import io.hearthwatch.stack.mapping.ImportProgress;
import io.hearthwatch.stack.mapping.ImportRequest;
import io.hearthwatch.stack.mapping.ImportResult;
import io.hearthwatch.stack.mapping.Mapping;
import io.hearthwatch.stack.mapping.MappingException;
import io.hearthwatch.stack.mapping.MappingReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearthwatch import}: files of a department into events, by a mapping. */
@Command(
    name = "import",
    sortOptions = false,
    description = {
      "Turns the CSV files of a department into events.",
      "How is said by a mapping; docs/import.md shows how to write one in ten minutes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:imported; bad rows, if any, are in the report",
      "1:stopped, wrong command line, or completeness withheld because of bad rows"
    })
public final class ImportCommand implements Callable<Integer> {

  private final Supplier<EventSink> sink;
  private final Supplier<Path> varDirectory;

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "FILE",
      description = "The mapping, such as mappings/synthea.yaml.")
  private Path mapping;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files, plain or gzip, or folders with the files that the mapping names.")
  private List<Path> inputs;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Send only what occurred on this day or later.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Send only what occurred on this day or earlier.")
  private LocalDate to;

  @Option(
      names = "--complete-through",
      paramLabel = "DATE",
      description = "Say that the sources have told everything through this day.")
  private LocalDate completeThrough;

  @Option(names = "--dry-run", description = "Map everything and count, but send nothing.")
  private boolean dryRun;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where bad rows are listed; default import-report.csv in the var folder.")
  private Path report;

  @Option(
      names = "--max-bad",
      paramLabel = "N",
      description = "Stop when more than N rows are bad.")
  private Long maxBad;

  @Option(
      names = "--sort-in-memory",
      paramLabel = "EVENTS",
      defaultValue = "" + ImportRequest.DEFAULT_SORT_IN_MEMORY,
      description = "Events held in memory for 'order: reported'; default ${DEFAULT-VALUE}.")
  private int sortInMemory;

  /** Sends to the running stack. */
  ImportCommand() {
    sink = () -> new CompleteWhenTakenIn(spec, stack.stack().addresses());
    varDirectory = () -> stack.dirs().root();
  }

  /**
   * Sends elsewhere.
   *
   * @param sink opens the way to the stack, once the mapping is known to fit the files; throws
   *     ImportFailure that says what to do when the stack does not run
   * @param varDirectory where the running stack keeps its files; asked for only when needed
   */
  public ImportCommand(Supplier<EventSink> sink, Supplier<Path> varDirectory) {
    this.sink = sink;
    this.varDirectory = varDirectory;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      check();
      Mapping read = MappingReader.read(mapping);
      ImportRequest request = request(read);
      ImportProgress progress =
          new ImportProgress(new ProgressLine(err, System.console() != null, System::nanoTime));
      ImportResult result = CsvImport.run(request, sink, progress);
      new ImportSummary(request, result).print(spec.commandLine().getOut());
      return result.completenessWithheld()
          ? CommandLine.ExitCode.SOFTWARE
          : CommandLine.ExitCode.OK;
    } catch (MappingException e) {
      err.println(e.getMessage()); // a line for each problem, FILE:LINE first as compilers do
      err.flush();
      return CommandLine.ExitCode.SOFTWARE;
    } catch (ImportFailure e) {
      err.println("hearthwatch: " + e.getMessage());
      err.flush();
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private void check() {
    if (from != null && to != null && from.isAfter(to)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--from " + from + " is after --to " + to);
    }
    if (completeThrough != null && to != null && completeThrough.isAfter(to)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--complete-through %s is after --to %s: what is left out was not told"
              .formatted(completeThrough, to));
    }
    NotYet.refuse(
        spec, "--complete-through", completeThrough, "nobody can have told everything by then");
    if (maxBad != null && maxBad < 0) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--max-bad must be 0 or more");
    }
    if (sortInMemory < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--sort-in-memory must be 1 or more");
    }
  }

  private ImportRequest request(Mapping read) {
    return new ImportRequest(
        read,
        inputs,
        from,
        to,
        report != null ? report : varDirectory.get().resolve("import-report.csv"),
        maxBad,
        dryRun,
        completeThrough,
        sortInMemory,
        Path.of(System.getProperty("java.io.tmpdir")));
  }
}
