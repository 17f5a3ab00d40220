package chevet.ward.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Counts connections that never came through TLS. The broker tells of them only in the log of one
 * of its classes, so this listens there, and prints nothing.
 */
final class TlsRefusals extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final String TELLER = "com.hivemq.security.ssl.SslExceptionHandler";

    private final Refusals refusals;
    private final Logger teller;

    private TlsRefusals(Refusals refusals, Logger teller) {
        this.refusals = refusals;
        this.teller = teller;
    }

    /** Listens until it is closed. */
    static TlsRefusals listen(Refusals refusals) {
        Logger teller = (Logger) LoggerFactory.getLogger(TELLER);
        TlsRefusals listener = new TlsRefusals(refusals, teller);
        listener.setContext(teller.getLoggerContext());
        listener.start();
        teller.setAdditive(false);
        teller.setLevel(Level.DEBUG);
        teller.addAppender(listener);
        return listener;
    }

    @Override
    protected void append(ILoggingEvent event) {
        refusals.count(Refusals.What.TLS);
    }

    @Override
    public void close() {
        teller.detachAppender(this);
        stop();
    }
}
