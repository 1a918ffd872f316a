package io.hearthwatch.stack.whatif;

import io.hearthwatch.io.policy.BundleArgument;
import io.hearthwatch.stack.BoundedJob;
import io.hearthwatch.stack.Home;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.broker.WhatIfRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Has the bounded job ask both bundles about all households, and gathers what it says. */
public final class WhatIfRun {

  private static final String JOB = "what-if";
  private static final String JAR = "jobs/household-risk/target/household-risk.jar";
  private static final String ENTRY_CLASS = "io.hearthwatch.risk.WhatIfMain";

  // Parts of the job, as it names them.
  private static final String READ = "Source: events";
  private static final String TOLD = "what if";

  private final Home home;
  private final StackAddresses at;

  public WhatIfRun(Home home, StackAddresses at) {
    this.home = home;
    this.at = at;
  }

  /** Hears how many records the job has read, and how many of them it has told to households. */
  @FunctionalInterface
  public interface Watcher {
    void goesOn(long read, long told);
  }

  /** Runs it; fails with what to do. */
  public WhatIfTally run(WhatIfRequest request, int examples, int regionDigits, Watcher watcher)
      throws InterruptedException {
    String requestId = UUID.randomUUID().toString();
    WhatIfTally tally = new WhatIfTally(examples, regionDigits);
    try (WhatIfRecords records = new WhatIfRecords(at, requestId);
        BoundedJob job =
            BoundedJob.start(
                home,
                at,
                new BoundedJob.Request(
                    JOB, JAR, ENTRY_CLASS, arguments(requestId, request), request.parallelism()))) {
      job.await(() -> watcher.goesOn(job.read(READ), job.read(TOLD)));
      records.read(tally::add);
    }
    return tally;
  }

  private List<String> arguments(String requestId, WhatIfRequest request) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--bootstrap-servers", request.kafka()));
    arguments.addAll(List.of("--request", requestId));
    arguments.addAll(List.of("--before", BundleArgument.of(request.before())));
    arguments.addAll(List.of("--after", BundleArgument.of(request.after())));
    arguments.add("--as-of");
    arguments.add(request.asOf().stream().map(Object::toString).collect(Collectors.joining(",")));
    arguments.addAll(List.of("--zone", request.retention().zone().getId()));
    arguments.addAll(List.of("--retention-months", "" + request.retention().months()));
    return arguments;
  }
}
