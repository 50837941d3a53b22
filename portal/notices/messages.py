"""A mail as it goes on the line."""

from datetime import UTC
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from portal.notices.faults import NotTakenError
from portal.notices.models import Mail


def written(mail: Mail, sender: str, name: str) -> bytes:
    """The mail as it goes on the line. Raises NotTakenError where that can't be
    written, as with an address that nobody can have."""
    try:
        return composed(mail, sender, name).as_bytes(policy=SMTP)
    except (ValueError, IndexError, MessageError) as error:
        raise NotTakenError(str(error), for_good=True) from error


def composed(mail: Mail, sender: str, name: str) -> EmailMessage:
    """Its number is the same each time."""
    message = EmailMessage()
    message["From"] = Address(name, addr_spec=sender)
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.created_at.replace(tzinfo=UTC))
    domain = sender.rpartition("@")[2]
    message["Message-ID"] = f"<mail-{mail.id}-{mail.created_at:%Y%m%d%H%M%S}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    if mail.stop_url:
        message["List-Unsubscribe"] = f"<{mail.stop_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(mail.body, cte="quoted-printable")
    if mail.html:
        message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    return message
