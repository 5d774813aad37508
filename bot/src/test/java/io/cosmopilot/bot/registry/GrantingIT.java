package io.cosmopilot.bot.registry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Journeys;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.Transcripts;
import io.cosmopilot.deploy.ImageMembers;
import io.cosmopilot.deploy.Images;
import io.cosmopilot.deploy.RegistryPasswords;
import io.cosmopilot.deploy.Requester;

import static io.cosmopilot.bot.registry.Stand.BUSYBOX;
import static io.cosmopilot.bot.registry.Stand.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The heart of the product: before the approval nobody can push, after it the person can, and the node can pull. */
@ExtendWith(RealRegistry.class)
class GrantingIT {

    private final Stand stand;
    private final Engine docker;
    private final String space;
    private final String repository;

    GrantingIT(Stand stand) {
        this.stand = stand;
        this.docker = stand.docker;
        this.space = stand.name();
        this.repository = stand.address + "/" + space + "/shop";
    }

    @Test
    void denied_then_approved_pushed_pulled_by_the_node_and_revoked() {
        var password = stand.password("wei");
        docker.tag(BUSYBOX, repository, "0.1");
        assertThat(docker.login(stand.address, "wei", "wrong")).contains("unauthorized");
        assertThat(docker.login(stand.address, "wei", password)).contains("Succeeded");

        assertThat(docker.push(repository + ":0.1", "wei", password))
                .anySatisfy(error -> assertThat(error).contains("denied"));

        stand.approve(space);
        assertThat(docker.push(repository + ":0.1", "wei", password)).isEmpty();
        assertThat(docker.push(repository + ":0.1", "somebody", password)).isNotEmpty();

        var images = stand.bean(Images.class);
        await().atMost(SOON).until(() -> images.digest(repository + ":0.1").isPresent());
        var digest = images.digest(repository + ":0.1").orElseThrow();
        assertThat(images.usage("wei", space).orElseThrow().used()).isPositive();
        await().atMost(SOON).until(() -> told().contains("deploy:image=" + repository + ":0.1"));
        assertThat(stand.bean(Journeys.class).of("wei").done()).contains(Journeys.Step.PUSH);

        docker.forget(repository + ":0.1");
        pod(space, "granted", repository + "@" + digest);
        await().atMost(SOON)
                .until(() ->
                        "Running".equals(status(space, "granted").getStatus().getPhase()));
        // By its tag: what an engine has pulled by digest it gives out again without asking the registry.
        pod("default", space, repository + ":0.1");
        await().atMost(SOON).until(() -> waiting("default", space).matches("ErrImagePull|ImagePullBackOff"));
        stand.bean(KubernetesClient.class)
                .pods()
                .inNamespace("default")
                .withName(space)
                .withGracePeriod(0)
                .delete();

        var passwords = stand.bean(RegistryPasswords.class);
        passwords.of("wei").forEach(kept -> passwords.revoke("wei", kept.id()));
        docker.tag(BUSYBOX, repository, "0.2");
        assertThat(docker.push(repository + ":0.2", "wei", password)).isNotEmpty();
    }

    @Test
    void members_may_what_their_role_says() {
        stand.approve(space);
        var owner = stand.password("wei");
        docker.tag(BUSYBOX, repository, "0.3");
        assertThat(docker.push(repository + ":0.3", "wei", owner)).isEmpty();

        var members = stand.bean(ImageMembers.class);
        var reader = stand.password("lan");
        assertThat(docker.pull(repository + ":0.3", "lan", reader)).isNotEmpty();
        members.admit(space, "wei", "lan", ImageMembers.Role.READER);
        assertThat(docker.pull(repository + ":0.3", "lan", reader)).isEmpty();
        assertThat(docker.push(repository + ":0.3", "lan", reader)).isNotEmpty();
        members.dismiss(space, "wei", "lan");
        assertThat(docker.pull(repository + ":0.3", "lan", reader)).isNotEmpty();
    }

    @Test
    void a_tag_that_is_deleted_is_gone_from_the_registry() {
        stand.approve(space);
        var owner = stand.password("wei");
        docker.tag(BUSYBOX, repository, "1");
        assertThat(docker.push(repository + ":1", "wei", owner)).isEmpty();
        var images = stand.bean(Images.class);
        await().atMost(SOON).until(() -> !images.tags("wei", space, "shop").isEmpty());
        var digest = images.tags("wei", space, "shop").getFirst().digest();

        stand.turn(() -> assertThat(images.remove(space, "shop", digest, new Requester("wei", "test")))
                .isTrue());

        await().atMost(SOON).until(() -> images.tags("wei", space, "shop").isEmpty());
        docker.forget(repository + ":1");
        assertThat(docker.pull(repository + ":1", "wei", owner)).isNotEmpty();
    }

    @Test
    void a_token_for_one_space_opens_no_other_and_one_that_was_changed_opens_nothing() throws Exception {
        stand.approve(space);
        var other = stand.name();
        stand.approve(other);
        var token = token("repository:" + space + "/shop:pull,push");
        var parts = token.split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace(space, other).getBytes(StandardCharsets.UTF_8));

        assertThat(begun(space, token)).isEqualTo(202);
        assertThat(begun(other, token)).isEqualTo(401);
        assertThat(begun(other, parts[0] + "." + changed + "." + parts[2])).isEqualTo(401);
        assertThat(begun(space, parts[0] + "." + parts[1] + ".")).isEqualTo(401);
        assertThat(begun(space, token("repository:" + space + "/shop:pull"))).isEqualTo(401);
    }

    @Test
    void a_token_of_yesterday_and_one_that_somebody_else_signed_open_nothing() throws Exception {
        stand.approve(space);
        var token = SignedJWT.parse(token("repository:" + space + "/shop:pull,push"));
        var yesterday = Date.from(Instant.now().minus(Duration.ofDays(1)));
        var old = new JWTClaimsSet.Builder(token.getJWTClaimsSet())
                .issueTime(yesterday)
                .notBeforeTime(yesterday)
                .expirationTime(Date.from(yesterday.toInstant().plus(Duration.ofMinutes(5))))
                .build();
        var ours = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(stand.bean(JdbcClient.class)
                        .sql("select private_key from deploy.registry_key")
                        .query(byte[].class)
                        .single()));
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var theirs = generator.generateKeyPair().getPrivate();

        assertThat(begun(space, signed(token.getHeader(), token.getJWTClaimsSet(), ours)))
                .isEqualTo(202);
        assertThat(begun(space, signed(token.getHeader(), old, ours))).isEqualTo(401);
        assertThat(begun(space, signed(token.getHeader(), token.getJWTClaimsSet(), theirs)))
                .isEqualTo(401);
        assertThat(begun(space, signed(new JWSHeader(JWSAlgorithm.ES256), token.getJWTClaimsSet(), theirs)))
                .isEqualTo(401);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, PrivateKey key) throws JOSEException {
        var jwt = new SignedJWT(header, claims);
        jwt.sign(new ECDSASigner(key, Curve.P_256));
        return jwt.serialize();
    }

    private String token(String scope) throws Exception {
        var who = "wei:" + stand.password("wei");
        var question = HttpRequest.newBuilder(
                        URI.create(stand.application + "/registry/token?service=cosmopilot-registry&scope=" + scope))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(question, BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(answer).path("token").asString();
        }
    }

    /** What the registry answers to the beginning of a push. */
    private int begun(String into, String token) throws Exception {
        var push = HttpRequest.newBuilder(
                        URI.create("http://" + stand.address + "/v2/" + into + "/shop/blobs/uploads/"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(push, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void a_full_space_takes_no_push_and_says_so_to_who_pushes() {
        stand.approve(space);
        var owner = stand.password("wei");
        docker.tag(BUSYBOX, repository, "1");
        assertThat(docker.push(repository + ":1", "wei", owner)).isEmpty();
        var images = stand.bean(Images.class);
        await().atMost(SOON)
                .until(() -> images.usage("wei", space).orElseThrow().used() > 0);
        stand.bean(JdbcClient.class)
                .sql("update deploy.image_space set granted_bytes = 1000 where name = ?")
                .param(space)
                .update();

        docker.tag(BUSYBOX, repository, "2");
        assertThat(docker.push(repository + ":2", "wei", owner))
                .anySatisfy(error -> assertThat(error).contains(space, "is full", "ask the assistant for more room"));
        assertThat(docker.pull(repository + ":1", "wei", owner)).isEmpty();
    }

    @Test
    void what_was_never_told_or_forgotten_is_found_again_by_looking() {
        stand.approve(space);
        docker.tag(BUSYBOX, repository, "1");
        assertThat(docker.push(repository + ":1", "wei", stand.password("wei"))).isEmpty();
        var images = stand.bean(Images.class);
        await().atMost(SOON).until(() -> images.digest(repository + ":1").isPresent());

        stand.bean(JdbcClient.class)
                .sql("delete from deploy.image_manifest where space = ?")
                .param(space)
                .update();

        await().atMost(SOON).until(() -> images.digest(repository + ":1").isPresent());
        await().atMost(SOON)
                .until(() -> images.usage("wei", space).orElseThrow().used() > 0);
    }

    private String told() {
        var conversation = stand.bean(Inbox.class).open(new Speaker("web", "wei", Locale.ENGLISH));
        return stand.bean(Transcripts.class).after(conversation.id(), 0).toString();
    }

    private void pod(String namespace, String name, String image) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(0L)
                .addNewContainer()
                .withName("main")
                .withImage(image)
                .withImagePullPolicy("Always")
                .withCommand("sleep", "1000")
                .endContainer()
                .endSpec()
                .build();
        stand.bean(KubernetesClient.class)
                .pods()
                .inNamespace(namespace)
                .resource(pod)
                .create();
    }

    private String waiting(String namespace, String name) {
        return status(namespace, name).getStatus().getContainerStatuses().stream()
                .map(status -> status.getState().getWaiting())
                .filter(Objects::nonNull)
                .map(ContainerStateWaiting::getReason)
                .findFirst()
                .orElse("");
    }

    private Pod status(String namespace, String name) {
        return stand.bean(KubernetesClient.class)
                .pods()
                .inNamespace(namespace)
                .withName(name)
                .get();
    }
}
