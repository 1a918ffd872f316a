package io.hearthwatch.stack.broker;

import io.hearthwatch.stack.StackFailure;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Remembers the first record that the broker did not take, and says so in one line. */
final class Acceptance implements Callback {

  private final String what;
  private final String again;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * Nothing has failed yet.
   *
   * @param what is sent, in the plural
   * @param again what to do once the broker is well: import, replay
   */
  Acceptance(String what, String again) {
    this.what = what;
    this.again = again;
  }

  @Override
  public void onCompletion(RecordMetadata metadata, Exception e) {
    if (e != null) {
      failure.compareAndSet(null, e);
    }
  }

  /** Throws where the broker did not take something. */
  void check() {
    Exception e = failure.get();
    if (e != null) {
      throw new StackFailure(
          "The broker does not take "
              + what
              + ": "
              + e.getMessage()
              + "; look at `hearthwatch status`, then "
              + again
              + " again: twice changes nothing.",
          e);
    }
  }
}
