"""Letters by SMTP: a server on loopback that demands what those of providers do."""

from __future__ import annotations

import base64
import smtplib
import socket
import ssl
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from webkit.mailer import Mailer, xoauth2
from webkit.settings import Settings

USER, PASSWORD = "hi@example.com", "p@ss:word/with signs"
PLACE = "hi%40example.com:p%40ss%3Aword%2Fwith%20signs@localhost"
#: What Google's description of XOAUTH2 gives as its example, and what it says the client sends.
GOOGLE = ("someuser@example.com", "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg")
GOOGLE_SENT = "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ=="


class Post:
    """What the server got: letters, and who logged in how."""

    def __init__(self):
        self.letters, self.logins = [], []

    async def handle_DATA(self, server, session, envelope):
        self.letters.append((message_from_bytes(envelope.content, policy=policy.default), session.ssl is not None))
        return "250 taken"

    async def auth_XOAUTH2(self, server, words):
        self.logins.append(("XOAUTH2", words[1]))
        return AuthResult(success=words[1] == GOOGLE_SENT, handled=False)

    def check(self, server, session, envelope, mechanism, given):
        self.logins.append((mechanism, given.login.decode()))
        return AuthResult(success=(given.login.decode(), given.password.decode()) == (USER, PASSWORD), handled=False)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for localhost, and the key of it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("certificate")
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(secret)
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return folder


@pytest.fixture
def serve(certificate, monkeypatch):
    """Starts servers whose certificate is believed, as that of a provider is."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "certificate.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate / "certificate.pem", certificate / "key.pem")
    started = []

    def one(kind="starttls"):
        post = Post()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        asks = {"auth_required": True, "authenticator": post.check}
        kinds = {
            "starttls": {"tls_context": context, "require_starttls": True, **asks},
            "smtps": {"ssl_context": context, **asks, "auth_require_tls": False},
            "plain": {},
        }
        controller = Controller(post, hostname="localhost", port=port, **kinds[kind])
        controller.start()
        started.append(controller)
        return post, port

    yield one
    for controller in started:
        controller.stop()


def mailer(url, **more):
    return Mailer(Settings(smtp_url=url, mail_from="hi@example.com", **more))


def test_letters_by_smtp(serve, make):
    """S2-23: `aiosmtpd` local server receives mail; XOAUTH2 initial-response string golden

    The password goes over an encrypted line only, and a registration's letter arrives over it.
    """
    post, port = serve()
    client = make(smtp_url=f"smtp://{PLACE}:{port}", mail_from=USER).test_client()
    new = {"email": "new@example.com", "username": "newcomer", "password": "quite a long phrase"}
    assert client.post("/register", json=new, headers={"Accept-Language": "zh"}).status_code == 200
    ((letter, encrypted),) = post.letters
    assert encrypted and post.logins and post.logins[0][1] == USER
    assert (letter["To"], letter["From"], letter["Subject"]) == ("new@example.com", USER, "请验证您的邮箱")
    assert "/verify/" in letter.get_content()
    assert base64.b64encode(xoauth2(*GOOGLE).encode()).decode() == GOOGLE_SENT


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # The line is encrypted before anything is asked.
def test_letters_by_tls_from_the_start(serve):
    """`smtps` speaks TLS before anything else."""
    post, port = serve("smtps")
    mailer(f"smtps://{PLACE}:{port}").send("a@example.com", "About", "text")
    # The server speaks nothing but TLS at this port, so what it has came over it.
    assert post.letters[0][0].get_content().strip() == "text"


def test_access_token_instead_of_a_password(serve):
    """XOAUTH2: the token goes as Google describes it; a wrong one is told, and no letter is thought sent."""
    post, port = serve()
    user, token = GOOGLE
    place = f"{user.replace('@', '%40')}:{token}@localhost:{port}"
    mailer(f"smtp://{place}?auth=xoauth2").send("a@example.com", "About", "text")
    assert post.logins == [("XOAUTH2", GOOGLE_SENT)] and len(post.letters) == 1
    with pytest.raises(smtplib.SMTPAuthenticationError):
        mailer(f"smtp://{place.replace('ya29', 'old')}?auth=xoauth2").send("a@example.com", "About", "text")
    assert len(post.letters) == 1


def test_wrong_password_is_told(serve):
    """A refused login raises: nobody is told that a letter is on its way which is not."""
    post, port = serve()
    with pytest.raises(smtplib.SMTPAuthenticationError):
        mailer(f"smtp://hi%40example.com:wrong@localhost:{port}").send("a@example.com", "About", "text")
    assert post.letters == []


def test_production_sends_nothing_in_the_clear(serve):
    """A server that offers no encryption gets no letter in production, and no password ever; on one's own machine it may."""
    post, port = serve("plain")
    for url, more in ((f"smtp://localhost:{port}", {"profile": "production"}), (f"smtp://{PLACE}:{port}", {})):
        with pytest.raises(smtplib.SMTPNotSupportedError):
            mailer(url, **more).send("a@example.com", "About", "text")
    mailer(f"smtp://localhost:{port}").send("a@example.com", "About", "text")
    assert len(post.letters) == 1


def test_a_certificate_of_nobody_is_not_believed(serve, monkeypatch):
    """Without a certificate that is known the line is not used."""
    post, port = serve()
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(ssl.SSLCertVerificationError):
        mailer(f"smtp://{PLACE}:{port}").send("a@example.com", "About", "text")
    assert post.letters == []
