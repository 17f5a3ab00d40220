package com.hivemq.security.ssl;

import com.hivemq.bootstrap.ioc.lazysingleton.LazySingleton;
import com.hivemq.configuration.service.entity.Tls;
import com.hivemq.security.exception.SslException;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.SecureRandom;
import javax.net.ssl.SSLException;

/**
 * The broker's TLS, by BoringSSL. It stands on the class path before the broker's own class of this
 * name, which names the JDK's TLS and nothing else (docs/decisions/0012). On a machine that no
 * BoringSSL was built for, the JDK's serves.
 */
@LazySingleton
public class SslContextFactory {
    /**
     * @throws SslException when the key stores or the protocols are no good
     */
    public SslContext createSslContext(Tls tls) {
        try {
            SslContext context =
                    SslContextBuilder.forServer(SslUtil.getKeyManagerFactory(tls))
                            .sslProvider(
                                    OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
                            .trustManager(SslUtil.getTrustManagerFactory(tls))
                            // Nobody is let in without a certificate, whatever was written.
                            .clientAuth(ClientAuth.REQUIRE)
                            .protocols(tls.getProtocols())
                            .build();
            if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
                sessions.setTicketKeys(ticketKey());
            }
            return context;
        } catch (SSLException e) {
            throw new SslException("no TLS for MQTT", e);
        }
    }

    /** Of this run: who comes back after a cut resumes its session, at a third of the work. */
    private static OpenSslSessionTicketKey ticketKey() {
        SecureRandom random = new SecureRandom();
        byte[] name = new byte[OpenSslSessionTicketKey.NAME_SIZE];
        byte[] hmac = new byte[OpenSslSessionTicketKey.HMAC_KEY_SIZE];
        byte[] aes = new byte[OpenSslSessionTicketKey.AES_KEY_SIZE];
        random.nextBytes(name);
        random.nextBytes(hmac);
        random.nextBytes(aes);
        return new OpenSslSessionTicketKey(name, hmac, aes);
    }
}
