"""Small files of each kind, made when they are needed."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": f"{OFFICE}wordprocessingml.document.main+xml",
    "xlsx": f"{OFFICE}spreadsheetml.sheet.main+xml",
    "pptx": f"{OFFICE}presentationml.presentation.main+xml",
}
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def archive(members):
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return made.getvalue()


def types(content_type):
    return (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/'
        f'2006/content-types"><Override PartName="/main.xml" ContentType="'
        f'{content_type}"/></Types>'
    )


def office(kind="docx", content_type="", **more):
    """An Office Open XML file; `more` are members, with / written as __."""
    members = {"[Content_Types].xml": types(content_type or MAIN[kind])}
    named = {name.replace("__", "/"): content for name, content in more.items()}
    return archive(members | named)


def relation(kind, mode="External"):
    return (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="http://x/{kind}"'
        f' Target="http://elsewhere.example/t" TargetMode="{mode}"/></Relationships>'
    )


def opened(kind="text", content="<a/>", manifest="<m/>", **more):
    """An OpenDocument file."""
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
            **{name.replace("__", "/"): text for name, text in more.items()},
        }
    )


def pdf(inside=b"<< /Type /Catalog >>"):
    return b"%PDF-1.7\n1 0 obj\n" + inside + b"\nendobj\ntrailer\n%%EOF\n"


def stream(about, content):
    return b"<< " + about + b" >>\nstream\n" + content + b"\nendstream"


def picture(kind="PNG", size=(40, 20), mode="RGB", **settings):
    made = BytesIO()
    Image.new(mode, size, "#a50d3c").save(made, kind, **settings)
    return made.getvalue()
