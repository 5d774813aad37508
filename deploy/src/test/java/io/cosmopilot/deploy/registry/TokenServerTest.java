package io.cosmopilot.deploy.registry;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.ImageMembers;
import io.cosmopilot.deploy.ImageMembers.Role;
import io.cosmopilot.deploy.RegistryPasswords;
import io.cosmopilot.deploy.RegistryRefusal;
import io.cosmopilot.deploy.RegistryTokens;
import io.cosmopilot.deploy.RegistryTokens.Answer;
import io.cosmopilot.deploy.RegistryTokens.Ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Whoever asks is answered with what is granted, and with nothing else. */
@WithRegistry
@RecordApplicationEvents
class TokenServerTest {

    private static final String SERVICE = "cosmopilot-registry";

    private final String space = "s-" + UUID.randomUUID().toString().substring(0, 8);
    private final String owner = "owner-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    RegistryTokens tokens;

    @Autowired
    RegistryPasswords passwords;

    @Autowired
    ImageMembers members;

    @Autowired
    Rooms rooms;

    @Autowired
    Robots robots;

    @Test
    void what_is_asked_is_cut_down_to_what_is_granted() {
        var password = issue(owner);
        assertThat(granted(owner, password, scope("shop", "pull,push"))).isEmpty();

        rooms.open(space, owner, 1000);

        assertThat(granted(owner, password, scope("shop", "pull,push"))).containsExactly(scope("shop", "pull,push"));
        assertThat(granted(owner, password, scope("shop", "*"))).containsExactly(scope("shop", "pull,push,delete"));
        assertThat(granted(
                        owner,
                        password,
                        scope("shop", "pull") + " repository:foreign/shop:pull,push",
                        "registry:catalog:*",
                        "repository:library/nginx:pull,push"))
                .containsExactly(scope("shop", "pull"), "repository:library/nginx:pull");
    }

    @Test
    void each_role_may_what_it_may_until_it_is_over() {
        rooms.open(space, owner, 1000);
        var name = "guest-" + space;
        var password = issue(name);

        assertThat(members.admit(space, name, name, Role.OWNER)).isFalse();
        assertThat(members.admit(space, owner, name, Role.READER)).isTrue();
        assertThat(granted(name, password, scope("a/b", "pull,push,delete"))).containsExactly(scope("a/b", "pull"));
        assertThat(members.admit(space, owner, name, Role.PUSHER)).isTrue();
        assertThat(granted(name, password, scope("a/b", "pull,push,delete")))
                .containsExactly(scope("a/b", "pull,push"));
        assertThat(members.dismiss(space, owner, name)).isTrue();
        assertThat(granted(name, password, scope("a/b", "pull"))).isEmpty();
        assertThat(members.dismiss(space, owner, owner)).isFalse();
    }

    @Test
    void a_password_counts_for_its_owner_until_it_is_revoked() {
        rooms.open(space, owner, 1000);
        var password = issue(owner);
        assertThat(granted(owner, password, scope("shop", "pull"))).hasSize(1);

        assertThat(answer("somebody-else", password)).isInstanceOf(Answer.WrongPassword.class);
        var kept = passwords.of(owner);
        assertThat(kept).singleElement().satisfies(one -> assertThat(one.used()).isNotNull());
        assertThat(passwords.revoke("somebody-else", kept.getFirst().id())).isFalse();
        assertThat(passwords.revoke(owner, kept.getFirst().id())).isTrue();

        assertThat(answer(owner, password)).isInstanceOf(Answer.WrongPassword.class);
        assertThat(passwords.of(owner)).isEmpty();
    }

    @Test
    void guessing_becomes_slow_and_the_right_password_stays_right() {
        var password = issue(owner);
        var address = "192.0.2." + Math.floorMod(space.hashCode(), 250);
        var answers = IntStream.range(0, 12)
                .mapToObj(i -> tokens.answer(new Ask(owner, "guess" + i, SERVICE, List.of(), address)))
                .toList();

        assertThat(answers.subList(0, 5)).allMatch(Answer.WrongPassword.class::isInstance);
        assertThat(answers)
                .anySatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Answer.SlowDown.class,
                                slow -> assertThat(slow.pause()).isPositive()));
        assertThat(tokens.answer(new Ask(owner, password, SERVICE, List.of(), address)))
                .isInstanceOf(Answer.Token.class);
    }

    @Test
    void who_guesses_or_wants_what_is_not_theirs_is_told_of(ApplicationEvents events) {
        rooms.open(space, owner, 1000);
        var stranger = "stranger-" + space;

        answer(owner, "a guess");
        ask(stranger, issue(stranger), scope("shop", "pull,push"));

        assertThat(events.stream(RegistryRefusal.class))
                .extracting(RegistryRefusal::who, RegistryRefusal::what, RegistryRefusal::subject)
                .containsExactly(
                        tuple(owner, "registry.wrong-password", ""),
                        tuple(stranger, "registry.not-granted", space + "/shop"));
    }

    @Test
    void nobody_in_particular_may_pull_what_is_public() {
        rooms.open(space, owner, 1000);

        assertThat(granted(null, null, "repository:library/nginx:pull", scope("shop", "pull")))
                .containsExactly("repository:library/nginx:pull");
    }

    @Test
    void a_full_space_takes_no_more_and_still_gives() {
        rooms.open(space, owner, 1000);
        rooms.used(space, 1000);
        var password = issue(owner);

        assertThat(ask(owner, password, scope("shop", "pull,push"))).isEqualTo(new Answer.Full(space, 1000, 1000));
        assertThat(granted(owner, password, scope("shop", "pull"))).containsExactly(scope("shop", "pull"));
        rooms.open(space, owner, 2000);
        assertThat(granted(owner, password, scope("shop", "pull,push"))).hasSize(1);
    }

    @Test
    void a_space_pulls_what_its_owner_may_and_a_build_pushes_for_a_while() {
        rooms.open(space, owner, 1000);
        var second = space + "-2";
        rooms.open(second, owner, 1000);
        rooms.open(space + "-x", "somebody-else", 1000);

        var pull = robots.pulling(space);
        assertThat(granted(
                        pull.username(),
                        pull.password(),
                        scope("shop", "pull,push"),
                        "repository:" + second + "/shop:pull",
                        "repository:" + space + "-x/shop:pull"))
                .containsExactly(scope("shop", "pull"), "repository:" + second + "/shop:pull");

        var build = robots.building(space, Duration.ofMinutes(5));
        assertThat(granted(build.username(), build.password(), scope("shop", "pull,push")))
                .containsExactly(scope("shop", "pull,push"));
        var late = robots.building(space, Duration.ofSeconds(-1));
        assertThat(answer(late.username(), late.password())).isInstanceOf(Answer.WrongPassword.class);
        assertThat(answer("build." + second, build.password())).isInstanceOf(Answer.WrongPassword.class);
        assertThat(answer("pull." + second, pull.password())).isInstanceOf(Answer.WrongPassword.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repository:%s/../other/shop:pull",
                "repository:%s//shop:pull",
                "repository:%s/:pull",
                "repository:%s:pull",
                "repository:/%s/shop:pull",
                "repository:%s/SHOP:pull",
                "repository:%s/shop\u0000:pull",
                "repository:%s/shop:pull\n",
                "repository:%s/shop:PULL",
                "repository:%s/shop",
                "repository(plugin):%s/shop:pull",
                "REPOSITORY:%s/shop:pull",
                "repository:%s/shop:",
                ":::",
                ""
            })
    void what_is_malformed_grants_nothing_and_is_no_error(String scope) {
        rooms.open(space, owner, 1000);
        var password = issue(owner);

        assertThat(granted(owner, password, scope.formatted(space))).isEmpty();
    }

    @Test
    void strange_names_are_wrong_passwords() {
        for (var name : List.of("", "\u0000", "a\u0000b", "' or 1=1 --", "x".repeat(10_000), "pull.", "build.")) {
            assertThat(answer(name, "\u0000")).isInstanceOf(Answer.WrongPassword.class);
        }
        assertThat(answer(owner, null)).isInstanceOf(Answer.WrongPassword.class);
    }

    @Test
    void another_registry_is_not_answered_for() {
        assertThat(tokens.answer(new Ask(null, null, "registry.docker.io", List.of(), "192.0.2.1")))
                .isEqualTo(new Answer.UnknownService("registry.docker.io"));
    }

    @Test
    void a_token_is_one_that_old_and_new_registries_take() throws Exception {
        rooms.open(space, owner, 1000);
        var token = (Answer.Token) ask(owner, issue(owner), scope("shop", "push,pull"));
        var jwt = SignedJWT.parse(token.token());
        var pem = tokens.certificate();
        var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));

        assertThat(jwt.verify(new ECDSAVerifier((ECPublicKey) certificate.getPublicKey())))
                .isTrue();
        certificate.checkValidity();
        assertThat(jwt.getHeader().getX509CertChain())
                .singleElement()
                .satisfies(one -> assertThat(one.decode()).isEqualTo(certificate.getEncoded()));
        var claims = JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(token.token().split("\\.", -1)[1]));
        assertThat(claims.path("aud").isString()).isTrue();
        assertThat(claims.path("aud").asString()).isEqualTo(SERVICE);
        assertThat(claims.path("sub").asString()).isEqualTo(owner);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.path("access").toString())
                .isEqualTo(
                        "[{\"type\":\"repository\",\"name\":\"" + space + "/shop\",\"actions\":[\"pull\",\"push\"]}]");
    }

    @Test
    void the_same_grants_are_signed_once_and_other_grants_at_once_anew() {
        rooms.open(space, owner, 1000);
        var password = issue(owner);
        var first = ((Answer.Token) ask(owner, password, scope("shop", "pull,push"))).token();

        assertThat(((Answer.Token) ask(owner, password, scope("shop", "pull,push"))).token())
                .isEqualTo(first);
        assertThat(((Answer.Token) ask(owner, password, scope("shop", "pull"))).token())
                .isNotEqualTo(first);
        passwords.of(owner).forEach(kept -> passwords.revoke(owner, kept.id()));
        assertThat(ask(owner, password, scope("shop", "pull,push"))).isInstanceOf(Answer.WrongPassword.class);
    }

    @Test
    void tokens_that_are_all_different_take_milliseconds() {
        rooms.open(space, owner, 1000);
        var password = issue(owner);
        for (int i = 0; i < 200; i++) {
            timed(password, "warm" + i);
        }
        int rounds = 400;
        var times = IntStream.range(0, rounds)
                .mapToLong(i -> timed(password, "shop" + i))
                .sorted()
                .toArray();

        System.out.printf(
                "registry tokens, each another, one after the other: median %.2f ms, p99 %.2f ms, %.0f a second%n",
                times[rounds / 2] / 1e6,
                times[rounds * 99 / 100] / 1e6,
                rounds * 1e9 / Arrays.stream(times).sum());
        assertThat(times[rounds / 2]).isLessThan(Duration.ofMillis(5).toNanos());
    }

    private long timed(String password, String image) {
        long from = System.nanoTime();
        assertThat(granted(owner, password, scope(image, "pull,push"))).hasSize(1);
        return System.nanoTime() - from;
    }

    private String scope(String image, String actions) {
        return "repository:" + space + "/" + image + ":" + actions;
    }

    private String issue(String person) {
        var password = passwords.make();
        passwords.keep(person, password);
        return password;
    }

    private Answer answer(String username, @Nullable String password) {
        return tokens.answer(new Ask(
                username, password, SERVICE, List.of(), UUID.randomUUID().toString()));
    }

    private Answer ask(@Nullable String username, @Nullable String password, String... scopes) {
        return tokens.answer(new Ask(username, password, SERVICE, List.of(scopes), "192.0.2.1"));
    }

    private List<String> granted(@Nullable String username, @Nullable String password, String... scopes) {
        return ((Answer.Token) ask(username, password, scopes)).scopes();
    }
}
