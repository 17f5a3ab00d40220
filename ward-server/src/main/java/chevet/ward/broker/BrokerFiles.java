package chevet.ward.broker;

import chevet.config.WardConfig;
import chevet.ward.pki.Identity;
import chevet.ward.pki.KeyStores;
import chevet.ward.pki.SecretFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;

/**
 * The files that the embedded broker wants at its start: settings and key stores, written anew each
 * time, readable for their owner only.
 */
final class BrokerFiles {
    static final int PACKET_LIMIT = 1024 * 1024;

    private final Path directory;

    BrokerFiles(Path directory) {
        this.directory = directory;
    }

    Path settings() {
        return directory.resolve("conf");
    }

    Path data() {
        return directory.resolve("data");
    }

    Path extensions() {
        return directory.resolve("extensions");
    }

    void write(WardConfig.Listener listener, Identity server, X509Certificate ca) {
        SecretFile.directory(directory);
        for (Path each : List.of(settings(), data(), extensions())) {
            SecretFile.directory(each);
        }
        // The broker reads the stores again while it runs, so they stay; the password is this
        // run's.
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path own = settings().resolve("server.p12");
        Path trusted = settings().resolve("ca.p12");
        SecretFile.write(
                own, bytes(KeyStores.identity(server, ca, password.toCharArray()), password));
        SecretFile.write(trusted, bytes(KeyStores.trust(ca), password));
        SecretFile.write(
                settings().resolve("config.xml"),
                xml(listener, own, trusted, password).getBytes(StandardCharsets.UTF_8));
    }

    private static String xml(
            WardConfig.Listener listener, Path own, Path trusted, String password) {
        return """
        <?xml version="1.0"?>
        <hivemq>
          <listeners>
            <tls-tcp-listener>
              <port>%d</port>
              <bind-address>%s</bind-address>
              <tls>
                <keystore>
                  <path>%s</path>
                  <password>%s</password>
                  <private-key-password>%s</private-key-password>
                </keystore>
                <truststore>
                  <path>%s</path>
                  <password>%s</password>
                </truststore>
                <protocols>
                  <protocol>TLSv1.3</protocol>
                </protocols>
                <handshake-timeout>60000</handshake-timeout>
                <client-authentication-mode>REQUIRED</client-authentication-mode>
              </tls>
            </tls-tcp-listener>
          </listeners>
          <mqtt>
            <queued-messages>
              <max-queue-size>10000</max-queue-size>
              <strategy>discard</strategy>
            </queued-messages>
            <retained-messages>
              <enabled>false</enabled>
            </retained-messages>
            <shared-subscriptions>
              <enabled>false</enabled>
            </shared-subscriptions>
            <quality-of-service>
              <max-qos>1</max-qos>
            </quality-of-service>
            <keep-alive>
              <max-keep-alive>120</max-keep-alive>
              <allow-unlimited>false</allow-unlimited>
            </keep-alive>
            <packets>
              <max-packet-size>%d</max-packet-size>
            </packets>
          </mqtt>
          <restrictions>
            <max-client-id-length>64</max-client-id-length>
            <no-connect-idle-timeout>60000</no-connect-idle-timeout>
          </restrictions>
          <security>
            <allow-empty-client-id>
              <enabled>false</enabled>
            </allow-empty-client-id>
          </security>
          <anonymous-usage-statistics>
            <enabled>false</enabled>
          </anonymous-usage-statistics>
          <persistence>
            <mode>in-memory</mode>
          </persistence>
        </hivemq>
        """
                .formatted(
                        listener.port(),
                        escaped(listener.address()),
                        escaped(own.toAbsolutePath().toString()),
                        password,
                        password,
                        escaped(trusted.toAbsolutePath().toString()),
                        password,
                        PACKET_LIMIT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] bytes(KeyStore store, String password) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            store.store(out, password.toCharArray());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new BrokerException("the key stores cannot be written", e);
        }
    }

    /** Nothing of the broker's rests on disk from one run to the next. */
    void wipe() {
        if (!Files.exists(directory)) {
            return;
        }
        try (var all = Files.walk(directory)) {
            for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
