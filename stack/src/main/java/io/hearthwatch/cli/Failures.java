package io.hearthwatch.cli;

import io.hearthwatch.stack.StackFailure;
import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Every failure is one line that says what to do, and exit code 1 (2 where a command answers with
 * 1); {@code --verbose} adds the stack trace.
 */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    Exception e = thrown instanceof KafkaException ? brokerIsAway(thrown) : thrown;
    print(command, message(e));
    if (parsed.hasMatchedOption("--verbose")) {
      e.printStackTrace(command.getErr());
    } else if (!(e instanceof StackFailure)) {
      command.getErr().println("Run it again with --verbose for the details.");
    }
    command.getErr().flush();
    return failed(command);
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    print(command, message(e) + " (`" + name + " --help` shows what there is)");
    return failed(command);
  }

  /** Wherever in a command it went away. */
  private static StackFailure brokerIsAway(Exception e) {
    return new StackFailure(
        "The broker does not answer (" + e.getMessage() + "); see `hearthwatch status`.", e);
  }

  /** 1, or what a command says of itself for which 1 is an answer. */
  private static int failed(CommandLine command) {
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static void print(CommandLine command, String message) {
    PrintWriter err = command.getErr();
    err.println("hearthwatch: " + message);
    err.flush();
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    String words = message == null ? e.getClass().getSimpleName() : message;
    return e instanceof StackFailure || e instanceof ParameterException
        ? oneLine(words)
        : oneLine(e.getClass().getSimpleName() + ": " + words);
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
