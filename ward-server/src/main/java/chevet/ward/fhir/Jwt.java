package chevet.ward.fhir;

import chevet.ward.fhir.FhirException.Kind;
import chevet.ward.fhir.FhirSettings.SignedJwt;
import chevet.ward.fhir.FhirSettings.Tokens;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The assertion by which a SMART backend service proves itself (SMART App Launch 2.2, "Client
 * authentication: asymmetric"): ES384 or RS384, for four minutes, once.
 */
final class Jwt {
    private static final Duration VALID = Duration.ofMinutes(4);

    private Jwt() {}

    static String of(Tokens tokens, SignedJwt proof, Instant now) {
        PrivateKey key = key(proof);
        boolean elliptic = key.getAlgorithm().equals("EC");
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("alg", elliptic ? "ES384" : "RS384").put("typ", "JWT").put("kid", proof.keyId());
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", tokens.client())
                .put("sub", tokens.client())
                .put("aud", tokens.url().toString())
                .put("exp", now.plus(VALID).getEpochSecond())
                .put("iat", now.getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
        String text = part(Json.text(head)) + "." + part(Json.text(claims));
        try {
            Signature signature =
                    Signature.getInstance(
                            elliptic ? "SHA384withECDSAinP1363Format" : "SHA384withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new FhirException(Kind.NO_TOKEN, "the key cannot sign");
        }
    }

    private static PrivateKey key(SignedJwt proof) {
        try {
            return Tls.key(proof.key());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            // The cause could quote the key.
            throw new FhirException(Kind.NO_TOKEN, "the private key's file is no PKCS #8 in PEM");
        }
    }

    private static String part(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
