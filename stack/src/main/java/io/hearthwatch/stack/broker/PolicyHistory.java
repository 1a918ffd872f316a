package io.hearthwatch.stack.broker;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.io.policy.PolicyException;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.wire.ControlAck;
import io.hearthwatch.wire.PolicyBundle;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** All bundles that were published, and what jobs said of each. */
public final class PolicyHistory {

  private PolicyHistory() {}

  /** An acknowledgement, and when the broker took it. */
  public record Said(Instant at, ControlAck ack) {}

  /**
   * What a job said of a bundle.
   *
   * @param taken how many subtasks work by it
   * @param subtasks how many there are
   * @param problem why it was refused; empty where it was not
   */
  public record Answer(String job, int taken, int subtasks, String problem) {}

  /**
   * One publication.
   *
   * @param changedFiles files that are new, gone or otherwise than in the bundle before
   * @param answers by job; empty where nobody said anything, or what was said has expired
   */
  public record Entry(Instant at, PolicyBundle bundle, int changedFiles, List<Answer> answers) {}

  /** Reads it, oldest first. */
  public static List<Entry> read(StackAddresses at) {
    SingleObject<ControlAck> codec = new SingleObject<>(ControlAck.class);
    List<Said> said = new ArrayList<>();
    try (TopicReader reader = new TopicReader(at, Topics.CONTROL_ACKS)) {
      reader.readAll(
          record -> {
            try {
              said.add(
                  new Said(Instant.ofEpochMilli(record.timestamp()), codec.decode(record.value())));
            } catch (IOException | RuntimeException e) {
              // Somebody else's record in a topic of ours: it acknowledges nothing.
            }
          });
    }
    return of(new PublishedPolicies(at).all(), said);
  }

  /** The same, of what was read. */
  static List<Entry> of(List<PublishedPolicies.Published> published, List<Said> said) {
    List<Entry> entries = new ArrayList<>();
    Map<String, String> before = Map.of();
    for (int i = 0; i < published.size(); i++) {
      PolicyBundle bundle = published.get(i).bundle();
      Map<String, String> files = contents(bundle);
      entries.add(
          new Entry(
              published.get(i).at(), bundle, changed(before, files), answers(published, i, said)));
      before = files;
    }
    return entries;
  }

  /** What was said of a version between its publication and its next one. */
  private static List<Answer> answers(
      List<PublishedPolicies.Published> published, int index, List<Said> said) {
    String version = published.get(index).bundle().getVersion();
    Instant from = published.get(index).at();
    Instant until =
        published.subList(index + 1, published.size()).stream()
            .filter(later -> later.bundle().getVersion().equals(version))
            .map(PublishedPolicies.Published::at)
            .findFirst()
            .orElse(Instant.MAX);
    SortedMap<String, Acknowledgements> byJob = new TreeMap<>();
    for (Said one : said) {
      if (isAbout(one.ack(), version) && !one.at().isBefore(from) && one.at().isBefore(until)) {
        byJob.computeIfAbsent(one.ack().getJob(), Acknowledgements::new).add(one.ack());
      }
    }
    return byJob.entrySet().stream()
        .map(
            job ->
                new Answer(
                    job.getKey(),
                    job.getValue().taken(version),
                    job.getValue().subtasks(),
                    job.getValue().refusal(version).orElse("")))
        .toList();
  }

  private static boolean isAbout(ControlAck ack, String version) {
    // Older jobs named only the bundle that they work by.
    return ack.getOfferedVersion().isEmpty()
        ? ack.getBundleVersion().equals(version)
        : ack.getOfferedVersion().equals(version);
  }

  private static Map<String, String> contents(PolicyBundle bundle) {
    try {
      return PolicyBundleCodec.files(bundle).contents();
    } catch (PolicyException e) {
      return Map.of(); // no job takes such a bundle
    }
  }

  private static int changed(Map<String, String> before, Map<String, String> after) {
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    paths.removeIf(path -> before.containsKey(path) && before.get(path).equals(after.get(path)));
    return paths.size();
  }
}
