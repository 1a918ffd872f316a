package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.wire.PolicyFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A bundle on the control stream: the files as they were signed off. */
public final class PolicyBundleCodec {

  private PolicyBundleCodec() {}

  /**
   * The bundle as it travels.
   *
   * @param author who signed it off
   * @param message why it was changed
   */
  public static io.hearthwatch.wire.PolicyBundle toWire(
      PolicyFiles files, String author, String message, Instant publishedAt) {
    List<PolicyFile> contents = new ArrayList<>();
    files.contents().forEach((path, content) -> contents.add(new PolicyFile(path, content)));
    return new io.hearthwatch.wire.PolicyBundle(
        files.version(), author, message, publishedAt, contents);
  }

  /**
   * Its files.
   *
   * @throws PolicyException where a path comes twice or the version is not that of the content
   */
  public static PolicyFiles files(io.hearthwatch.wire.PolicyBundle wire) {
    Problems problems = new Problems();
    TreeMap<String, String> contents = new TreeMap<>();
    for (PolicyFile file : wire.getFiles()) {
      if (contents.put(file.getPath(), file.getContent()) != null) {
        problems.add(new Place(file.getPath(), 1), "the file comes twice in the bundle");
      }
    }
    PolicyFiles files = PolicyFiles.of(contents);
    if (!files.version().equals(wire.getVersion())) {
      problems.add(
          new Place("bundle", 1),
          "says version %s, but its content is %s".formatted(wire.getVersion(), files.version()));
    }
    problems.throwIfAny();
    return files;
  }

  /**
   * Reads it.
   *
   * @throws PolicyException with everything that is wrong
   */
  public static PolicyBundle read(io.hearthwatch.wire.PolicyBundle wire) {
    PolicyFiles files = files(wire);
    return SharedBundles.of(
        key(files, wire, "read"),
        () -> PolicyReader.read(files, wire.getAuthor(), wire.getMessage()));
  }

  /**
   * Reads it, and checks all that single files cannot show.
   *
   * @param retentionMonths how long the job keeps happenings
   * @throws PolicyException with everything that is wrong
   */
  public static PolicyBundle checked(io.hearthwatch.wire.PolicyBundle wire, int retentionMonths) {
    PolicyFiles files = files(wire);
    return SharedBundles.of(
        key(files, wire, "checked for " + retentionMonths + " months"),
        () -> PolicyCheck.checked(files, wire.getAuthor(), wire.getMessage(), retentionMonths));
  }

  private static SharedBundles.Key key(
      PolicyFiles files, io.hearthwatch.wire.PolicyBundle wire, String how) {
    return new SharedBundles.Key(files.version(), wire.getAuthor(), wire.getMessage(), how);
  }
}
