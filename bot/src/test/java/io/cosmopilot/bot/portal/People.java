package io.cosmopilot.bot.portal;

/** People and what is theirs, as the platform tells it. */
final class People {

    static final String LI = """
            {"username":"li.wei","displayName":"李薇","email":"li.wei@example.com","roles":["developer"],"language":null}""";

    static final String AGENT = """
            {"username":"zhou","displayName":"周敏","email":"zhou@example.com","roles":["agent"],"language":null}""";

    static final String JOURNEY_BEGUN = """
            {"steps":[{"id":"register","label":"注册","done":true},{"id":"space","label":"镜像空间","done":false},
            {"id":"push","label":"上传镜像","done":false},{"id":"template","label":"应用模板","done":false},
            {"id":"deploy","label":"部署应用","done":false},{"id":"domain","label":"域名访问","done":false}],"next":"space"}""";

    static final String JOURNEY_ALMOST = """
            {"steps":[{"id":"register","label":"Register","done":true},{"id":"space","label":"Image space","done":true},
            {"id":"push","label":"Push an image","done":true},{"id":"template","label":"Template","done":true},
            {"id":"deploy","label":"Deploy","done":true},{"id":"domain","label":"Domain","done":false}],"next":"domain"}""";

    static final String APPLICATIONS = """
            [{"name":"blog","space":"li-blog","template":"wordpress","health":"healthy","detail":"3/3","restarts":0,"problems":[],
              "components":[{"name":"blog","health":"healthy","ready":2,"wanted":2,"image":"public/wordpress:6.8-apache"},
                            {"name":"blog-mysql","health":"healthy","ready":1,"wanted":1,"image":"public/mysql:8.4"}],
              "addresses":["http://blog.example.com/","blog.li-blog:80"]},
             {"name":"search","space":"li-blog","template":"elasticsearch","health":"progressing","detail":"0/1","restarts":0,"problems":[],
              "components":[{"name":"search","health":"progressing","ready":0,"wanted":1,"image":"public/elasticsearch:8.17.0"}],
              "addresses":[]},
             {"name":"orders","space":"li-shop","template":null,"health":"failed","detail":"0/2","restarts":7,
              "problems":["The image registry.local/li-shop/orders:1.4 does not exist. Push it, or choose another tag."],
              "components":[{"name":"orders","health":"failed","ready":0,"wanted":2,"image":"registry.local/li-shop/orders:1.4"}],
              "addresses":[]}]""";

    private People() {}
}
