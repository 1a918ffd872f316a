package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.PolicyBundle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The bundles that this JVM has read last. All tasks of a job are told the same one at the same
 * moment, mostly when the JVM has just begun and has compiled nothing: to read and check it then
 * takes a processor for seconds. Nobody can change a bundle, so all may have the same.
 */
final class SharedBundles {

  private static final int MOST = 4;

  private static final Map<Key, PolicyBundle> LAST =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PolicyBundle> eldest) {
          return size() > MOST;
        }
      };

  private SharedBundles() {}

  /**
   * What a bundle is known by.
   *
   * @param version hash of its files
   * @param how it was read, since not every reading checks the same
   */
  record Key(String version, String author, String message, String how) {}

  /** The bundle that was read under this key, or else is read now; others wait for it meanwhile. */
  static synchronized PolicyBundle of(Key key, Supplier<PolicyBundle> reading) {
    PolicyBundle read = LAST.get(key);
    if (read == null) {
      read = reading.get(); // where it throws, the next one hears the same
      LAST.put(key, read);
    }
    return read;
  }
}
