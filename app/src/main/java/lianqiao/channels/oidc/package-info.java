/** Identity services that speak OpenID Connect: asked for nothing but whether somebody is who they are, and under which name towards us. */
@org.jspecify.annotations.NullMarked
package lianqiao.channels.oidc;
